"""Prints what each page asks of its reader, the longest first, and both layers together: `make reading`."""

from collections import Counter

import click

from tests.reading.measuring import Layer, layer, readings, repeats


@click.command()
@click.option("--repeats", "most", default=0, help="Print this many of the sentences that are repeated.")
def main(most: int) -> None:
    """Print a line for each page and for each layer."""
    every = readings()
    for name, found in (("guide", layer(every, is_reference=False)), ("naslag", layer(every, is_reference=True))):
        for each in sorted(found.readings, key=lambda each: -each.words):
            click.echo(f"{each.words:6} words {each.marks:4} marks  {each.page or '(home)'}")
        _together(name, found)
        counted = Counter(repeats(found.readings))
        for sentence, times in sorted(counted.items(), key=lambda each: -each[1] * len(each[0].split()))[:most]:
            click.echo(f"{times + 1:4} times: {sentence[:110]}")


def _together(name: str, found: Layer) -> None:
    marks = sum(each.marks for each in found.readings)
    click.echo(
        f"{name}: {found.words} words on {len(found.readings)} pages, median {found.median:.0f}, "
        f"{found.repeated:.0%} repeated, {found.words / max(marks, 1):.0f} words for each mark\n"
    )


if __name__ == "__main__":
    main()
