"""The page on compliance: every rule with its clause, threshold, measurement, and where the clause was read."""

from collections.abc import Iterator

from domain.compliance import MEASURES, RuleSet, built_in
from domain.compliance.checking import required

_HEAD = """# Compliance

Made of `domain/compliance/` by `python -m runtime.docs`. A design is held against rule sets; each rule says which named
measurement must lie within which thresholds, by which clause. {count} rules in {sets} sets, one file each in
`domain/compliance/rules/`.

**This is not legal advice.** Codes differ by place, use and edition, and have exceptions that are not modelled here.

## How it is checked

- Only what the design holds is measured: the boxes of its objects, how they are turned, and their properties. What it
  does not hold is `NOT_CHECKED`, with the reason; it never counts as passed, and not in the score.
- A broken rule that is *required* fails its set. One that is *advised* is a warning: a clause with common exceptions
  that cannot be seen in a drawing, or a handbook.
- The score of a rule is the share of the measured things that lie within, times 100; that of a set is the mean of its
  checked rules, that of a case the mean of its sets in which something was checked. Where nothing was, it is 0 and the
  status says `NOT_CHECKED`.
- A set is `PASSED` only where nothing is broken *and* at least half of its rules for such a design could be checked.
  With fewer it is a `WARNING`, and its issue says how many: an auditor who sees one of eleven points signs for no
  whole. The same holds where no clause of a set that has some could be checked, but only statics: a tower whose parts
  are held is not yet a structure that a code lets pass. A case has the worst status of its sets, and is not `PASSED`
  where one of them could not be checked at all.
- What a measurement assumes stands under the rule, in the answer and in the report.

## Where the thresholds come from

No code was at hand in full. Each threshold was compared with public copies or quotations, named in the column *read
at*: {text} rules with the text of the clause itself (*text*), {secondary} with pages that state its figure
(*secondary*), {statics} are statics. The clauses of the IRC and IBC carry the number and edition of 2021 where their
text was read in an edition between 2006 and 2024; the numbers of some moved between editions, as noted. Look up the
edition in force.

## Files

`geometry_url` is a binary STL in millimetres with Z up, right-handed, as slicers and CAD programs take it (the design
itself is in metres, Y up: x stays, y becomes z, z becomes -y), of the design's coarsest form. `report_url` is a PDF
with a picture, the table of what was measured, and what was not checked. Both are made from the recorded work alone
and come out the same to the byte, also where the same case is asked for again: the PDF's own date is
pinned to the year 2000, and its text says when the design became as it is, not when somebody asked.

## Rule sets of your own

An admin defines one with `POST /compliance/rules` and withdraws it with `DELETE /compliance/rules/{{name}}`; everybody
may name it in `compliance_rules`. Its rules may name the measurements below, and no others. A case keeps the rules by
which it was checked.
"""


def compliance() -> str:
    """Return all rules by set, and all measurements."""
    sets = built_in().values()
    kinds = [_kind(rule.edition, rule.confirmed) for one in sets for rule in one.rules]
    counts = {name: kinds.count(name) for name in ("text", "secondary", "statics")}
    lines = [_HEAD.format(count=len(kinds), sets=len(sets), **counts)]
    for one in sets:
        lines += [f"## {one.title} (`{one.name}`)", "", one.about, ""]
        lines += [
            "| rule | clause | wanted | measurement | weight | read at |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        lines += [*_rows(one), ""]
    lines += ["## Measurements", "", "| name | unit | what |", "| --- | --- | --- |"]
    lines += [f"| `{name}` | {one.unit} | {one.about} |" for name, one in sorted(MEASURES.items())]
    return "\n".join(lines) + "\n"


def _rows(one: RuleSet) -> Iterator[str]:
    for rule in one.rules:
        source = f"{rule.edition} {rule.clause}".strip()
        kind = _kind(rule.edition, rule.confirmed)
        cells = (rule.title, source, required(rule), f"`{rule.measures}`", rule.weight, f"*{kind}*: {rule.confirmed}")
        yield f"| {' | '.join(cells)} |"


def _kind(edition: str, confirmed: str) -> str:
    return "statics" if edition == "Statics" else "text" if confirmed.startswith(("Text", "jeffco")) else "secondary"
