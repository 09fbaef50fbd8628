/** At an address that was: goes on to the page in its place, with what the address said of the place on the page. */

const link = document.querySelector<HTMLAnchorElement>("a[data-moved]");
if (link) {
  const target = new URL(link.href);
  target.search = location.search;
  target.hash ||= location.hash;
  location.replace(target);
}
