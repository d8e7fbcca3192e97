"""The report of a design as one page that needs nothing from elsewhere."""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from api.designs.compliance import NOTICE
from api.designs.family3 import stamp
from domain.compliance.coverage import coverage_of
from domain.report import CaseTold, EvaluationTold, Report, SessionTold, Told
from domain.spec import DesignSpec

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"
STATUS_WORDS = {"PASSED": "passed", "WARNING": "warning", "FAILED": "failed", "NOT_CHECKED": "not checked"}
CHANGES_SHOWN = 200
_STYLE = """
:root { --ink: #1d2733; --soft: #5b6773; --line: #d5dbe1; --accent: #2457a6; --ground: #fff; --card: #f6f8fa; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ebf0; --soft: #9aa7b4; --line: #36414c; --accent: #7fb0f5; --ground: #14191f; --card: #1c232b; }
}
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); margin: 0 auto;
  max-width: 68rem; padding: 2rem 1.2rem 4rem; }
header { display: grid; grid-template-columns: 1fr minmax(14rem, 24rem); gap: 2rem; align-items: start; }
header img, .unseen { width: 100%; border-radius: 10px; border: 1px solid var(--line); display: block; }
.unseen { padding: 4rem 1rem; text-align: center; color: var(--soft); background: var(--card); }
h1 { margin: 0 0 .2rem; font-size: 2rem; line-height: 1.15; } h2 { margin: 2.4rem 0 .8rem; font-size: 1.25rem; }
.prompt { font-style: italic; color: var(--soft); font-size: 1.1rem; margin: 0 0 1rem; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem 1rem; margin: 0; font-size: .9rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; } th { text-align: left; color: var(--soft);
  font-weight: 500; white-space: nowrap; } th, td { padding: .35rem .6rem .35rem 0; vertical-align: top;
  border-bottom: 1px solid var(--line); overflow-wrap: break-word; } .wide { overflow-x: auto; }
.bars { display: grid; grid-template-columns: auto 1fr auto; gap: .35rem .8rem; align-items: center; }
.bar { height: .5rem; border-radius: .25rem; background: var(--line); overflow: hidden; }
.bar i { display: block; height: 100%; background: var(--accent); }
.big { color: var(--accent); } .badge { font-size: .78rem; font-weight: 600; padding: .1rem .5rem; border-radius: 1rem;
  border: 1px solid currentColor; }
.PASSED { color: #1b8a54; } .WARNING { color: #b9770e; } .FAILED { color: #cf3a30; } .NOT_CHECKED { color: #7b8794; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem;
  margin: 0 0 .8rem; } .card p { margin: .3rem 0; } ul { margin: .4rem 0; padding-left: 1.2rem; }
.soft { color: var(--soft); } summary { cursor: pointer; }
@media (max-width: 44rem) { header { grid-template-columns: 1fr; } }
@media print { body { padding: 0; } details > * { display: block; } }
"""


def page_of(spec_id: str, found: Told, picture: bytes) -> str:
    """Return the page; `picture` is a JPEG, or empty where there is none yet."""
    report, spec = found.report, found.design.spec
    assert spec is not None
    made = report.generation_details
    image = (
        f'<img src="data:image/jpeg;base64,{b64encode(picture).decode()}" alt="The design">'
        if picture
        else '<div class="unseen">The picture is still being made; load the page again.</div>'
    )
    parts = (
        f"<header><div><h1>{escape(spec.name)}</h1><p class=prompt>{escape(made.prompt)}</p>",
        f"<dl>{_facts(spec_id, found)}</dl></div>{image}</header>",
        _scores(report.evaluation_history),
        _cases(report.compliance_results),
        "".join(_section("Improvements", map(_session, report.iteration_logs))),
        _changes(report),
        _objects(spec),
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(spec.name)} – design report</title><style>{_STYLE}</style><body>"
        f"{''.join(parts)}</body></html>\n"
    )


def _facts(spec_id: str, found: Told) -> str:
    report, made = found.report, found.report.generation_details
    told = {
        "Design": spec_id,
        "Revision": str(found.design.revision),
        "Made": stamp(report.created_at) if report.created_at else "",
        "Changed last": stamp(report.last_updated) if report.last_updated else "",
        "Read by": " ".join(filter(None, (made.agent_used, made.planner_version))),
        "In": f"{made.processing_time:.3f} s" if made.processing_time else "",
        "Style": made.style,
        "Constraints": "; ".join(made.constraints),
        "Branched from": f"{made.parent}, revision {made.parent_revision}" if made.parent else "",
        "Not understood": "; ".join(made.not_understood),
    }
    return "".join(f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in told.items() if value)


def _scores(history: Sequence[EvaluationTold]) -> str:
    if not history:
        return ""
    newest = history[-1]
    bars = "".join(
        f'<span>{escape(name)}</span><span class=bar><i style="width:{max(value, 0.0) * 10:.1f}%"></i></span>'
        f"<span>{value:.2f}</span>"
        for name, value in sorted(newest.criteria.items())
    )
    advice = "".join(f"<li>{escape(one)}</li>" for one in newest.recommendations)
    rows = [(stamp(one.timestamp), str(one.revision), f"{one.score:.2f}", ", ".join(one.criteria)) for one in history]
    earlier = _table(("When", "Revision", "Score", "Criteria"), rows) if len(rows) > 1 else ""
    return (
        f"<h2>Score <span class=big>{newest.score:.2f} of 10</span></h2><div class=bars>{bars}</div>"
        f"<p>{escape(newest.feedback)}</p><ul>{advice}</ul>{earlier}"
    )


def _cases(cases: dict[str, CaseTold]) -> str:
    notice = [f"<p class=soft>{escape(NOTICE)}.</p>"] if cases else []
    return "".join(_section("Compliance", (*(_case(name, one) for name, one in cases.items()), *notice)))


def _case(name: str, one: CaseTold) -> str:
    sets = [
        (escape(str(title)), _badge(str(found.get("status", ""))), _score(found), _checked(found), _list(found))
        for title, found in one.rule_results.items()
        if isinstance(found, dict)
    ]
    voices = "".join(
        f"<p>{'★' * said.rating}{'☆' * (5 - said.rating)} {escape(said.comments)}</p>{_bullets(said.suggestions)}"
        for said in one.feedback
    )
    told = coverage_of({title: found for title, found in one.rule_results.items() if isinstance(found, dict)})
    score = f"{one.score:g} of 100 by the rules that could be checked: " if told.checked else ""
    head = f"<strong>{escape(name)}</strong> {_badge(one.status)} {score}{escape(told.words)}"
    note = f"<span class=soft>revision {one.revision}, {stamp(one.timestamp)}</span>"
    rows = _table(("Rule set", "Status", "Score", "Rules checked", "Issues"), sets, is_safe=True)
    return f"<div class=card><p>{head} {note}</p>{rows}{voices}</div>"


def _score(found: dict[str, Any]) -> str:
    """Return the score of a rule set; where no rule could be checked there is none."""
    return "–" if found.get("status") == "NOT_CHECKED" else f"{float(found.get('score', 0)):g}"


def _checked(found: dict[str, Any]) -> str:
    done = int(found.get("checked", 0))
    return f"{done} of {done + int(found.get('not_checked', 0))}"


def _list(found: dict[str, Any]) -> str:
    issues = found.get("issues", ())
    return _bullets([str(one) for one in issues]) if isinstance(issues, list | tuple) else ""


def _session(one: SessionTold) -> str:
    rows = [
        (str(step.revision), f"{step.score_improvement:+.3f}", step.reason, ", ".join(step.objects))
        for step in one.iterations
    ]
    head = f"<strong>{escape(one.strategy.replace('_', ' '))}</strong> by {escape(one.method)}"
    scores = f"{one.score_before:.2f} → {one.score_after:.2f}"
    note = f"<span class=soft>{escape(one.ended_because or 'not ended')}</span>"
    table = _table(("Revision", "Gain", "Why", "Objects"), rows) if rows else ""
    return f"<div class=card><p>{head}: {scores} {note}</p>{table}</div>"


def _changes(report: Report) -> str:
    rows = [
        (str(one.revision), stamp(one.timestamp), one.what, one.reason, ", ".join(one.objects), one.by)
        for one in report.change_log[-CHANGES_SHOWN:]
    ]
    left_out = len(report.change_log) - len(rows)
    note = f"<p class=soft>{left_out} older ones are left out.</p>" if left_out else ""
    return f"<h2>Changes</h2>{note}{_table(('Revision', 'When', 'What', 'Why', 'Objects', 'By'), rows)}"


def _objects(spec: DesignSpec) -> str:
    materials = Counter(one.material for one in spec.objects).most_common()
    rows = [
        (
            one.id, one.part_of, one.type, one.material,
            f"{one.dimensions.width:.2f} × {one.dimensions.height:.2f} × {one.dimensions.depth:.2f}",
        )
        for one in spec.objects
    ]  # fmt: skip
    listed = ", ".join(f"{escape(name)} ({count})" for name, count in materials)
    table = _table(("Object", "Of", "Type", "Material", "Width × height × depth, m"), rows)
    return (
        f"<h2>Materials and objects</h2><p>{listed}</p><details><summary>{len(rows)} objects</summary>{table}</details>"
    )


def _section(title: str, blocks: Iterable[str]) -> Iterable[str]:
    """Return a heading and blocks, or nothing where there is no block."""
    found = list(blocks)
    return [f"<h2>{title}</h2>", *found] if found else []


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, is_safe: bool = False) -> str:
    """Return a table; texts are escaped, unless they are HTML that was made here."""
    head = "".join(f"<th>{name}</th>" for name in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{cell if is_safe else escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<div class=wide><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"


def _badge(status: str) -> str:
    known = status if status in STATUS_WORDS else "NOT_CHECKED"
    return f'<span class="badge {known}">{STATUS_WORDS[known]}</span>'


def _bullets(texts: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>" if texts else ""
