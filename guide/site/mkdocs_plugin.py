"""MkDocs plugin: the thin adapter that gives MkDocs the guide's pages and the self-assessment's runtime."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from assessment.names import named_messages
from assessment.wording import Wording
from guide import paths
from guide.background import BackgroundTask
from guide.catalogue import LANGUAGE, languages, load_messages
from guide.disk_cache import Cache
from guide.host import Host
from guide.norm.files import pages_folder
from guide.pages import GlossaryLinks, Pages, csv_files, render_pages
from guide.pages.mail_links import link_mail
from guide.pages.non_breaking_spaces import unbroken_html
from guide.pages.site_map import relative_url
from guide.runtime import Runtime, link_hashed_names, make_runtime
from guide.runtime.build import RUNTIME_FOLDER
from guide.site.atom_feed import FEED, atom
from guide.site.css_purge import THEME_SHEETS
from guide.site.headers import write_headers
from guide.site.html_fixes import fix_html
from guide.site.incremental import Incremental
from guide.site.inputs import STYLES, faults_stop_mkdocs, moved_of_site, site_host, site_norm, styles_of_site
from guide.site.licences import LICENCES, third_party_licences
from guide.site.moved_pages import Moved, Place, moved_files, write_moved_pages
from guide.site.search_index import add_search_terms, exclude_to_the_end, normalise_words
from guide.site.service_worker import remove_offline, write_offline
from guide.site.single_file import Sources, compressed_parts, write_single_file
from guide.site.stylesheets import StyleBundle
from guide.site.theme_settings import Shown, escape_words, set_theme

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

__all__ = ["KmopConfig", "KmopPlugin"]

ASSETS = "assets"
# The page that the runtime's links are seen from.
ASSESSMENT_URL = "zelftoets/"
NOT_FOUND = "404.html"


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
    moved: Moved
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
        with faults_stop_mkdocs():
            self._read(config)
        self.glossary = GlossaryLinks(self.norm, self._wording, self.cache)
        self._say_site(config)
        return config

    def _read(self, config: MkDocsConfig) -> None:
        folder, language = self._norm_folder(config), self.config.language
        messages = load_messages(language, cache=self.cache)
        # MkDocs keeps a plugin for later builds of the same process: what one build checked is not for the next.
        norm, self.checked_norm = self.checked_norm, None
        self.norm = site_norm(folder, messages, self.cache) if norm is None else norm
        self.messages = named_messages(messages, self.norm, language)
        self.host = site_host(self.messages, self.cache)
        prose = pages_folder(folder, language)
        self.pages = render_pages(self.norm, self.messages, prose, language, self.cache, host=self.host, on=self.on)
        self.moved = moved_of_site(folder, self.pages, self.messages, self.cache)
        self.styles = styles_of_site(config, self.messages)

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
        with faults_stop_mkdocs():
            files.append(File.generated(config, LICENCES, content=third_party_licences(self.messages).encode()))
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
        """Let addresses of mail be links, explain each term where the page first uses it, and keep figures whole."""
        if self.incremental:
            html = self.incremental.rendered(html, page, files)
        return unbroken_html(self.glossary.mark(page.file.src_uri.removesuffix(".md"), link_mail(html)))

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
            escape_words(file.page)
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
        place = Place(site, self.config.language, config.site_url or "", self.config.runtime)
        write_moved_pages(place, self.moved, self.pages, self.messages)
        _write_robots(config)
        with faults_stop_mkdocs():
            normalise_words(site, self.config.language, self.messages)
            if self._runtime:
                self._add_runtime(site, self._runtime)
            if self._served:
                remove_offline(site, self.messages)

    def _add_runtime(self, site: Path, task: BackgroundTask[tuple[Runtime, Mapping[str, Markup]]]) -> None:
        runtime, parts = task.finish(site / ASSETS)
        link_hashed_names(site)
        write_single_file(Sources(site, self.pages, runtime.single_scripts, parts, self.config.language), self.messages)
        if not self._served:
            left_out = moved_files(self.moved)
            write_offline(site, runtime.bundle, self.messages, self.config.language, left_out)
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

    def _replace_styles(self, files: Files, config: MkDocsConfig) -> None:
        """Put what is made of the style sheets in their place."""
        for file in [each for each in files if each.src_uri.startswith(STYLES) or THEME_SHEETS.match(each.src_uri)]:
            files.remove(file)
        for path, content in self.styles.files.items():
            files.append(File.generated(config, path, content=content))

    def _feed(self, config: MkDocsConfig) -> str:
        return atom(self.norm, self._wording, self.pages.links, config.site_url or "")

    @property
    def _wording(self) -> Wording:
        return Wording(self.norm, self.messages, self.config.language)

    def _norm_folder(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or ".").parent / self.config.norm

    def _say_site(self, config: MkDocsConfig) -> None:
        shown = Shown(
            norm=self.norm,
            messages=self.messages,
            language=self.config.language,
            pages=self.pages,
            styles=self.styles,
            host=self.host,
            as_of=self._wording.message("pages.site.as_of", {"date": self.on}) if self.on else "",
            runtime=self.config.runtime,
            offline=self.config.runtime and not self._served,
        )
        set_theme(config, shown)

    def assessment_links(self) -> dict[str, str]:
        """Return where everything is explained, as addresses seen from the assessment's page."""
        return {key: relative_url(url, ASSESSMENT_URL) for key, url in self.pages.links.items()}


def _write_robots(config: MkDocsConfig) -> None:
    """Tell search engines where the sitemap is, if the address of the site is known."""
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {config.site_url}sitemap.xml"] if config.site_url else [])]
    Path(config.site_dir, "robots.txt").write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")
