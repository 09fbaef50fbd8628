"""MkDocs plugin: the thin adapter that gives MkDocs the guide's pages and the self-assessment's runtime."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from assessment.names import named_messages
from assessment.version import RULES_VERSION
from assessment.wording import Wording
from guide import paths
from guide.background import BackgroundTask
from guide.catalogue import LANGUAGE, CatalogueError, languages, load_messages
from guide.disk_cache import Cache
from guide.faults import fault_lines
from guide.host import Host, read_host
from guide.loader import load_norm
from guide.norm.files import OWN_PAGES, pages_folder
from guide.pages import GlossaryLinks, Pages, PagesError, csv_files, render_pages
from guide.pages.mail_links import link_mail
from guide.pages.site_map import relative_url
from guide.runtime import Runtime, RuntimeFault, link_hashed_names, make_runtime
from guide.runtime.build import RUNTIME_FOLDER
from guide.site.atom_feed import FEED, atom
from guide.site.css_purge import THEME_SHEETS
from guide.site.headers import write_headers
from guide.site.html_fixes import fix_html
from guide.site.incremental import Incremental
from guide.site.licences import LICENCES, third_party_licences
from guide.site.moved_pages import Place, moved_faults, write_moved_pages
from guide.site.search_index import add_search_terms, exclude_to_the_end, normalise_words
from guide.site.service_worker import remove_offline, write_offline
from guide.site.single_file import Sources, compressed_parts, write_single_file
from guide.site.stylesheets import StyleBundle, StyleError, bundle_styles

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

__all__ = ["KmopConfig", "KmopPlugin"]

ASSETS = "assets"
# The page that the runtime's links are seen from.
ASSESSMENT_URL = "zelftoets/"
NOT_FOUND = "404.html"
# Where the style sheets lie, below the folder of the documents.
STYLES = "stylesheets/"


class KmopConfig(Config):
    """The plugin's settings in mkdocs.yml."""

    norm = c.Type(str, default="norm")
    language = c.Type(str, default=LANGUAGE)
    # The runtime takes seconds to make; without it the pages can be read, but nothing is assessed.
    runtime = c.Type(bool, default=True)


class KmopPlugin(BasePlugin[KmopConfig]):
    """Checks the norm, adds its pages and serves the runtime."""

    norm: dict[str, Any]
    host: Host
    messages: Mapping[str, str]
    cache: Cache
    pages: Pages
    styles: StyleBundle
    glossary: GlossaryLinks

    # The norm of whoever has read and checked it already.
    checked_norm: dict[str, Any] | None = None
    # The day that the pages speak of, where it is not the one that the norm was last gone through.
    on = ""
    # What whoever builds more than once has from the last time.
    incremental: Incremental | None = None
    # MkDocs keeps a plugin that hears of startup for the next build too: whatever this is set to, it is set each time.
    _served = False
    _runtime: BackgroundTask[tuple[Runtime, Mapping[str, Markup]]] | None = None

    @contextmanager
    def given(self, norm: dict[str, Any], incremental: Incremental | None, on: str) -> Iterator[None]:
        """Take what whoever builds has already, for this build: MkDocs keeps the plugin, also when the build fails."""
        self.checked_norm, self.incremental, self.on = norm, incremental, on
        try:
            yield
        finally:
            self.checked_norm, self.incremental, self.on = None, None, ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember whether this is for a dev server, whose pages change by the minute and must not be kept."""
        self._served = command == "serve"

    @event_priority(100)  # before the search, which takes its language from the theme's
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load everything, so that a fault stops the build before it starts."""
        exclude_to_the_end()
        config.theme["language"] = self.config.language
        self.cache = Cache()
        self.messages = self._load_messages()
        self.norm = self._load_norm(config)
        self.messages = named_messages(self.messages, self.norm, self.config.language)
        self.host = self._load_host()
        self.pages = self._render(config)
        self.styles = self._bundle_styles(config)
        self.glossary = GlossaryLinks(self.norm, self._wording, self.cache)
        self._say_site(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the generated pages in the place of the hand-written ones."""
        written = tuple(f"{language}/" for language in languages())
        for file in [each for each in files if each.src_uri.startswith(written)]:
            files.remove(file)
        for page in self.pages.pages.values():
            files.append(File.generated(config, page.path, content=page.markdown))
        self._replace_styles(files, config)
        for path, content in csv_files(self.norm, self.messages, self.config.language).items():
            files.append(File.generated(config, path, content=content.encode()))
        files.append(File.generated(config, FEED, content=self._feed(config).encode()))
        files.append(File.generated(config, LICENCES, content=self._licences()))
        if self.incremental:
            self.incremental.note_files(files)
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: object) -> str:
        """Say what stands at the head of a page: handed over, since MkDocs would read it slowly out of the text."""
        ours = self.pages.pages[page.file.src_uri.removesuffix(".md")]
        page.meta = {"title": ours.title, "description": ours.description, **ours.meta}
        return self.incremental.unrendered(markdown, page) if self.incremental else markdown

    def on_post_page(self, output: str, **_: object) -> str:
        """Mend what the theme gets wrong."""
        return fix_html(output)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Let the page for what is not found find out where the site begins, where nobody said."""
        if template_name == NOT_FOUND and not config.site_url:
            context["base_url"] = "."
        return context

    def on_post_template(self, output_content: str, *, template_name: str, **_: object) -> str:
        """The same on the page for what is not found."""
        return fix_html(output_content) if template_name.endswith(".html") else output_content

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Let addresses of mail be links, and explain each term where the page first uses it."""
        if self.incremental:
            html = self.incremental.rendered(html, page, files)
        return self.glossary.mark(page.file.src_uri.removesuffix(".md"), link_mail(html))

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Let no key of the theme's leave the self-assessment: by "n" it goes to the next page, which Alt+N is too."""
        if page.url == ASSESSMENT_URL:
            page.previous_page = page.next_page = None
        return context

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Keep the theme's templates compiled too, since each build has a new environment; what they show is text."""
        env.bytecode_cache = self.cache.templates("theme")
        if self.incremental:
            self.incremental.themed(env)
        for file in files.documentation_pages():
            _escape_words(file.page)
        return env

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Begin with the runtime, which needs nothing of the pages."""
        if self.incremental:
            self.incremental.begin(config)
        self._runtime = BackgroundTask(self._make_runtime) if self.config.runtime else None

    def _make_runtime(self, folder: Path) -> tuple[Runtime, Mapping[str, Markup]]:
        runtime = make_runtime(self.norm, self.messages, self.assessment_links(), folder)
        parts = compressed_parts(folder / RUNTIME_FOLDER / runtime.bundle.key, runtime.bundle, self.messages)
        return runtime, parts

    def on_build_error(self, *, error: Exception) -> None:  # noqa: ARG002
        """Leave nothing behind of a build that failed."""
        if self._runtime:
            self._runtime.cancel()

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Help the search, put the runtime beside the pages, and then what keeps all of it."""
        site = Path(config.site_dir)
        add_search_terms(site, self.pages, self.messages)
        self._write_moved(site, config)
        _write_robots(config)
        try:
            normalise_words(site, self.config.language, self.messages)
            if self._runtime:
                self._add_runtime(site, self._runtime)
            if self._served:
                remove_offline(site, self.messages)
        except RuntimeFault as fault:
            raise PluginError(str(fault)) from None

    def _write_moved(self, site: Path, config: MkDocsConfig) -> None:
        if (self._norm_folder(config) / OWN_PAGES).is_dir():
            return  # the addresses that were are those of our own pages
        if faults := moved_faults(self.pages, self.messages):
            raise PluginError(_listed(faults))
        place = Place(site, self.config.language, config.site_url or "", self.config.runtime)
        write_moved_pages(place, self.pages, self.messages)

    def _add_runtime(self, site: Path, task: BackgroundTask[tuple[Runtime, Mapping[str, Markup]]]) -> None:
        runtime, parts = task.finish(site / ASSETS)
        link_hashed_names(site)
        write_single_file(Sources(site, self.pages, runtime.single_scripts, parts, self.config.language), self.messages)
        if not self._served:
            write_offline(site, runtime.bundle, self.messages, self.config.language)
        write_headers(site)

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Any,  # noqa: ARG002
    ) -> LiveReloadServer:
        """Build again when the norm, the words or the templates change."""
        server.watch(str(self._norm_folder(config)))
        server.watch(str(paths.MESSAGES))
        server.watch(str(paths.TEMPLATES))
        return server

    def _load_messages(self) -> Mapping[str, str]:
        try:
            return load_messages(self.config.language, cache=self.cache)
        except CatalogueError as error:
            raise PluginError(str(error)) from None

    def _load_norm(self, config: MkDocsConfig) -> dict[str, Any]:
        # MkDocs keeps a plugin for later builds of the same process: what one build checked is not for the next.
        norm, self.checked_norm = self.checked_norm, None
        if norm is not None:
            return norm
        loaded = load_norm(self._norm_folder(config), self.cache)
        if loaded.norm is None:
            raise PluginError(_listed(fault_lines(loaded.faults, self.messages)))
        return loaded.norm

    def _load_host(self) -> Host:
        host, faults = read_host(cache=self.cache)
        if faults:
            raise PluginError(_listed(fault_lines(faults, self.messages)))
        return host

    def _render(self, config: MkDocsConfig) -> Pages:
        try:
            prose = pages_folder(self._norm_folder(config), self.config.language)
            return render_pages(
                self.norm, self.messages, prose, self.config.language, self.cache, host=self.host, on=self.on
            )
        except PagesError as error:
            raise PluginError(_listed(error.faults)) from None

    def _bundle_styles(self, config: MkDocsConfig) -> StyleBundle:
        """Make one style sheet of those that are listed, and let the pages ask for that; others for some pages."""
        listed = [Path(config.docs_dir, sheet) for sheet in config.extra_css]
        alone = sorted(set(Path(config.docs_dir, STYLES).glob("*.css")) - set(listed))
        try:
            styles = bundle_styles(listed, self.messages, page_sheets=alone)
        except StyleError as fault:
            raise PluginError(str(fault)) from None
        config.extra_css = [styles.sheet]
        return styles

    def _replace_styles(self, files: Files, config: MkDocsConfig) -> None:
        """Put what is made of the style sheets in their place."""
        for file in [each for each in files if each.src_uri.startswith(STYLES) or THEME_SHEETS.match(each.src_uri)]:
            files.remove(file)
        for path, content in self.styles.files.items():
            files.append(File.generated(config, path, content=content))

    def _licences(self) -> bytes:
        try:
            return third_party_licences(self.messages).encode()
        except RuntimeFault as fault:
            raise PluginError(str(fault)) from None

    def _feed(self, config: MkDocsConfig) -> str:
        return atom(self.norm, self._wording, self.pages.links, config.site_url or "")

    @property
    def _wording(self) -> Wording:
        return Wording(self.norm, self.messages, self.config.language)

    def _norm_folder(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").parent / self.config.norm

    def _say_site(self, config: MkDocsConfig) -> None:
        """Give the theme its words and its navigation, all from the catalogue and the norm."""
        say = {key.removeprefix("pages.site."): text for key, text in self.messages.items()}
        config.site_name = say["title"]
        config.site_description = say["description"]
        config.nav = _navigation(self.pages)
        config.extra["kmop"] = {
            "notice": self.norm["notice"][self.config.language],
            "authority": {
                "name": self.messages["pages.who.agency"],
                "url": self.norm["authority"]["url"],
            },
            "generator": f"kmop-gids {RULES_VERSION}",
            "as_of": self._wording.message("pages.site.as_of", {"date": self.on}) if self.on else "",
            "host": self.host,
            "say": say,
            "runtime": self.config.runtime,
            "offline": self.config.runtime and not self._served,
            "feed": {"url": FEED, "title": self.messages["facts.feed.title"]},
            "fonts": self.styles.fonts,
            "styles": self.styles.page_sheets,
        }
        config.mdx_configs.setdefault("toc", {})["permalink_title"] = say["permalink"]
        _name_palettes(config, [say["to_light"], say["to_dark"], say["to_system"]])

    def assessment_links(self) -> dict[str, str]:
        """Return where everything is explained, as addresses seen from the assessment's page."""
        return {key: relative_url(url, ASSESSMENT_URL) for key, url in self.pages.links.items()}


def _escape_words(page: MkDocsPage | None) -> None:
    """Let the theme, which takes titles for markup, show them as the text that they are."""
    for name in ("title", "description"):
        if page is not None and name in page.meta:
            page.meta[name] = escape(page.meta[name])


def _navigation(pages: Pages) -> list[Any]:
    """Return MkDocs' own form of the navigation; a section of one page is that page."""
    navigation: list[Any] = []
    for title, ids in pages.navigation:
        files = [pages.pages[each].path for each in ids]
        navigation.append({title: files[0] if len(files) == 1 else files})
    return navigation


def _name_palettes(config: MkDocsConfig, names: list[str]) -> None:
    """Name the buttons that change the colours; mkdocs.yml holds no words."""
    palettes = config.theme.get("palette", [])
    for palette, name in zip(palettes, names, strict=False):
        palette.setdefault("toggle", {})["name"] = name


def _write_robots(config: MkDocsConfig) -> None:
    """Tell search engines where the sitemap is, if the address of the site is known."""
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {config.site_url}sitemap.xml"] if config.site_url else [])]
    Path(config.site_dir, "robots.txt").write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def _listed(faults: list[str]) -> str:
    return "\n".join(["", *faults])
