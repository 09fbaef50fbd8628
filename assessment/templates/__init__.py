"""Documents ready to fill in, for one candidate: what the answers say stands in them already.

A template is told in words, as what is taken along is: a paper for Word and, for what is a list, a table for a
spreadsheet. Behind either stands where each field comes from, and who asks for it.
"""

from assessment.case import Case, Record
from assessment.templates.need import is_needed
from assessment.templates.paper import template_paper
from assessment.templates.workbook import template_workbook
from assessment.view.builder import ViewBuilder

__all__ = ["make_template"]


def make_template(builder: ViewBuilder, case: Case, name: str) -> Record:
    """Fill in a template as far as the answers go.

    Args:
        builder: The words of the norm that the case was made with.
        case: The candidate and the date.
        name: The id of the template.

    Returns:
        `paper` (see `audit_folder.cover.paper`), `workbook` (null for what is no list) and `unneeded`: the sentence
        that this candidate has no use for it, and then neither of the others is there; null otherwise.

    Raises:
        KeyError: The norm has no such template.
    """
    template = builder.norm["templates"]["templates"][name]
    if not is_needed(case, template):
        title = builder.text(template["title"])
        return {"unneeded": builder.message("templates.unneeded", {"title": title}), "paper": None, "workbook": None}
    return {
        "unneeded": None,
        "paper": template_paper(builder, case, template),
        "workbook": template_workbook(builder, case, template) if "sheet" in template else None,
    }
