"""Answers as people write them: the right ones are accepted, and each wrong one is told why.

Each answer stands as it is written into ``t2.check(...)``, after the cells of its lesson were run.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import track2lib as t2
from track2lib.lessons.exercises import check
from track2lib.lessons.question import find, lessons

IRANIAN = 'organizations[organizations["side"] == "Iranian"]'
EITHER = 'events[events["era"].isin(["either", "both"])]'
WORDS = 'counts[counts["minimum"].isna() & counts["maximum"].isna()]'
NO_PLACE = (
    'us_iran[(us_iran["grain"] == "one") & ~us_iran["dialogue_id"].isin(venues["dialogue_id"])]'
)
OFFICIAL = 'people[people["party"].str.contains("official")]'
BY_RAND = '(constructs["author"] == "RAND")'
LIMITS = f'constructs[{BY_RAND} & constructs["kind"].isin(["limit", "risk"])]'
SCOPE = '(readings["definition_id"] == "rand-scope")'
NOT_INSIDE = f'readings[{SCOPE} & (readings["verdict"] != "inside")]'
CONSTRAINTS = 'rehearsal[rehearsal["stage_id"] == "constraints"]'
PRESSURE = 'traits[(traits["group_id"] == "iran-reform-core") & (traits["kind"] == "pressure")]'
TO_MINISTER = '(ideas["audience"] == "minister in Tehran")'
TOLD_MINISTER = f'ideas[{TO_MINISTER} & (ideas["fate"] == "carried")]'
FIRM = 'since[(since["speaks"] == "against") & (since["sure"] == "firm")]'
SOUTH_ASIA = 'talks[talks["place"] == "South Asia"]'
STILL_OPEN = 'talks[(talks["place"] == "South Asia") & talks["dates_ongoing"]]'
HAPPENED = 'risks[(risks["bearer"] == "participants from Iran") & (risks["told_as"] == "happened")]'
QUARREL = 'accounts[accounts["theme"] == "the experts\' initiative"]'
TWO_SERIES = 'accounts[accounts["key"].isin(["una-sipri", "pugwash-2008"])]'

RIGHT = [
    # One letter, in any dress.
    ("q0-1", '"d"'),
    ("q0-1", '"D"'),
    ("q0-1", '" d. "'),
    ("q0-1", '"(d)"'),
    ("q0-1", '["d"]'),
    ("q0-1", '("d",)'),
    ("q0-1", '{"d"}'),
    ("q0-1", 'pd.Series(["d"])'),
    ("q0-1", '"option d"'),
    ("q0-1", '"The answer is d"'),
    # One option, by its words or some of them.
    ("q0-1", '"the old number"'),
    ("q0-1", '"d: The old number, until the changed cell is run"'),
    ("q0-5", '"b) spelled in another way"'),
    ("q1-2", '"the second"'),
    ("q1-4", '"complement official diplomacy"'),
    (
        "q2-1",
        '"DiMaggio writes that toleration in Tehran was seen as an attempt at a more conciliatory policy."',
    ),
    ("q2-2", '"It went on convening track II events early in Ahmadinejad’s presidency"'),
    ("q2-5", '"A charge has become a fact"'),
    ("q3-1", '"C"'),
    ("q3-2", '"at most 250"'),
    ("q3-3", '"names no cause"'),
    ("q3-4", '"The text does not tell."'),
    ("q3-5", '"intelligence ministry"'),
    ("q4-1", '"[a]"'),
    ("q4-2", '"c."'),
    ("q4-3", '"The text does not allow a total"'),
    ("q5-1", '"DiMaggio"'),
    ("q5-2", '"some discussions"'),
    ("q5-4", '"c"'),
    ("q5-5", '"nothing found"'),
    ("q6-1", '"letter b"'),
    ("q6-3", '"neither refutes the other"'),
    ("q6-4", '"December 12 and 13"'),
    ("q7-2", '"d"'),
    ("q7-2", '"Both can hold"'),
    ("q7-3", '"It asks to keep this for later"'),
    ("q12-1", '"b"'),
    ("q12-1", '"likely to gain new strength too"'),
    ("q12-4", '"B"'),
    ("q12-4", '"they count different things"'),
    ("q12-7", '"a"'),
    ("q12-7", '"takes up an idea and names the unofficial meeting"'),
    ("q7-7", '"it is a leap"'),
    ("q8-2", '"A"'),
    ("q8-2", '"tell the public and the media nothing"'),
    ("q8-6", '"Cuhadar"'),
    ("q8-6", '"b. Cuhadar\'s, of 2009"'),
    ("q9-5", '"c"'),
    ("q9-5", '"agrees with what is reported of one year"'),
    ("q9-6", '"D"'),
    ("q9-6", '"to fit and order methods"'),
    ("q10-1", '"D"'),
    ("q10-1", '"That they had taken part"'),
    ("q10-6", '"c"'),
    ("q10-6", '"By an unofficial translation"'),
    ("q11-1", '"c"'),
    ("q11-2", '"Denied"'),
    ("q11-4", '"D"'),
    ("q11-7", '"failures are never told"'),
    ("q11-8", '"a"'),
    ("q11-11", '"hoop"'),
    ("q11-11", '"It is a hoop."'),
    ("q11-11", '"a hoop test"'),
    ("q11-13", '"nothing"'),
    ("q13-2", '"c"'),
    ("q13-2", '"little about it was written into these tables"'),
    ("q13-5", '"A"'),
    ("q13-5", '"it compares two regions by degree"'),
    # Several options.
    ("q1-3", '["b", "c", "e"]'),
    ("q1-3", '["bce"]'),
    ("q1-3", '"bce"'),
    ("q1-3", '"b, c and e"'),
    ("q1-3", '"b / c / e"'),
    ("q1-3", '["b, c", "e"]'),
    ("q1-3", '{"e", "c", "b"}'),
    ("q1-3", '"The answers are b, c, e"'),
    (
        "q1-3",
        '["b) Track two happens outside the official, formal process of negotiation", "c", "e"]',
    ),
    ("q2-3", 'np.array(["b", "e"])'),
    ("q2-3", '"b; e"'),
    ("q4-5", '"a c"'),
    ("q4-5", '["Iraq", "Iran\'s nuclear program"]'),
    ("q4-5", '"Iraq and the nuclear program"'),
    ("q4-5", '("iraq", "nuclear program")'),
    ("q6-5", '"abd"'),
    ("q6-5", '["14 meetings", "first contact in 2001", "about five years"]'),
    ("q7-4", '"c, d"'),
    ("q7-4", '["what goes through your captain\'s mind", "one wrong signal"]'),
    ("q7-5", '"bcfh"'),
    ("q7-5", '{"h", "f", "c", "b"}'),
    ("q7-5", '["telephone line", "sanctions alone", "ships in the Gulf", "three reasons"]'),
    ("q8-4", '"bfil"'),
    ("q8-4", '{"l", "i", "f", "b"}'),
    ("q8-4", '["take each other\'s calls", "no longer feared", "meet again", "trust"]'),
    ("q9-7", '"be"'),
    ("q9-7", '["left their role at the door", "from each of five states"]'),
    ("q10-5", '"acdf"'),
    ("q10-5", '{"f", "d", "c", "a"}'),
    ("q10-5", '["call me to account", "never asked for us", "ordered killings", "keep quiet"]'),
    ("q11-10", '"A, C, E"'),
    ("q12-5", '"adf"'),
    ("q12-5", '["two delegations in Muscat", "deputy foreign minister in Oman", "Islamabad"]'),
    ("q12-6", '"abeg"'),
    ("q12-6", '["a fund", "Pugwash", "foreign minister", "channel through Oman"]'),
    ("q13-4", '"adf"'),
    ("q13-4", '["rest on more documents", "Kaye finds", "Neemrana"]'),
    ("q13-6", '"c, e"'),
    ("q13-6", '["a third state appeared", "what the hosts say of themselves"]'),
    # A number.
    ("q0-2", "len(organizations)"),
    ("q0-2", 'f"{len(organizations)} rows"'),
    ("q0-2", "[len(organizations)]"),
    ("q0-2", "float(len(organizations))"),
    ("q5-3", "40 / 5"),
    ("q5-3", '"eight"'),
    ("q5-3", '"8 of the hundred"'),
    ("q5-3", '"about 8 successes"'),
    ("q6-7", 'len(sources[sources["primary"] & (sources["extent_read"] == "whole")])'),
    ("q6-7", '(sources["primary"] & (sources["extent_read"] == "whole")).sum()'),
    ("q8-7", f"len({TOLD_MINISTER})"),
    ("q8-7", '(ideas[ideas["audience"] == "minister in Tehran"]["fate"] == "carried").sum()'),
    ("q9-1", "0.8 * 0.5"),
    ("q9-1", '"40 %"'),
    ("q9-1", '"2/5"'),
    ("q10-7", f'{QUARREL}["charge"].sum()'),
    ("q10-7", f'len({QUARREL}.query("charge"))'),
    ("q10-7", '"three"'),
    ("q11-3", '"seven"'),
    ("q11-9", "1 / years"),
    ("q11-9", 'f"1 in {years}"'),
    ("q11-9", 'f"1/{years}"'),
    ("q11-9", 'f"{100 / years:.1f} %"'),
    ("q11-12", '"3/4"'),
    ("q11-12", '"75 percent"'),
    ("q11-12", '"three quarters"'),
    ("q11-12", '"0,75"'),
    ("q13-3", f"len({STILL_OPEN})"),
    ("q13-3", f'{SOUTH_ASIA}["dates_ongoing"].sum()'),
    # Rows.
    ("q0-3", IRANIAN),
    ("q0-3", f"t2.show({IRANIAN})"),
    ("q0-3", f'{IRANIAN}.sort_values("name").reset_index(drop=True)'),
    ("q0-3", f'{IRANIAN}[["name", "side"]]'),
    ("q0-3", f'{IRANIAN}["org_id"]'),
    ("q0-3", f'{IRANIAN}["name"].tolist()'),
    ("q0-3", f'list({IRANIAN}["org_id"].str.upper())'),
    ("q0-3", f'{IRANIAN}.set_index("org_id").index'),
    ("q0-3", "organizations.query(\"side == 'Iranian'\")"),
    ("q1-6", f"t2.show({NOT_INSIDE}, caption='Mine')"),
    ("q1-6", f'{NOT_INSIDE}.set_index(["definition_id", "dialogue_id"])'),
    ("q2-6", f'{EITHER}[["event_id", "era"]]'),
    ("q2-6", f'set({EITHER}["event_id"])'),
    ("q3-6", WORDS),
    ("q3-6", f'{WORDS}["count_id"].unique()'),
    ("q4-4", NO_PLACE),
    ("q4-4", f'{NO_PLACE}["name"]'),
    ("q4-6", OFFICIAL),
    ("q4-6", OFFICIAL.replace('"official"', '"officials"')),
    ("q5-6", f"{LIMITS}.iloc[::-1]"),
    ("q5-6", f'{LIMITS}["construct_id"].to_numpy()'),
    ("q6-6", TWO_SERIES),
    ("q6-6", f't2.show({TWO_SERIES}[["account_id", "side"]])'),
    ("q7-6", CONSTRAINTS),
    ("q7-6", f't2.show({CONSTRAINTS}[["observer", "room", "minute"]])'),
    ("q7-6", f'{CONSTRAINTS}.sort_values("minute")'),
    ("q8-3", PRESSURE),
    ("q8-3", f't2.show({PRESSURE}[["trait_id", "share"]])'),
    ("q8-3", f'{PRESSURE}["trait_id"].tolist()'),
    ("q10-3", HAPPENED),
    ("q10-3", f't2.show({HAPPENED}[["risk_id", "from_whom"]])'),
    ("q10-3", f'{HAPPENED}["risk_id"].tolist()'),
    ("q12-3", FIRM),
    ("q12-3", f't2.show({FIRM}[["since_id", "title", "reason"]])'),
    ("q12-3", "since.query(\"speaks == 'against' and sure == 'firm'\")"),
]
FORGOTTEN = "loaded with every source. The question asks what the founding documents bear"
BEYOND = "the condition holds, but only sources beyond the founding documents bear it"
WRONG = [
    # The scope was forgotten: no true row is called false.
    ("q0-3", IRANIAN.replace("organizations", 't2.load("organizations")'), BEYOND),
    ("q0-3", IRANIAN.replace("organizations", 't2.load("organizations")'), FORGOTTEN),
    ("q2-6", EITHER.replace("events", 't2.load("events")'), BEYOND),
    ("q2-6", EITHER.replace("events", 't2.load("events")'), FORGOTTEN),
    ("q3-6", WORDS.replace("counts", 't2.load("counts")'), BEYOND),
    ("q3-6", WORDS.replace("counts", 't2.load("counts")'), 't2.load("counts", scope="founding")'),
    ("q4-6", OFFICIAL.replace("people", 't2.load("dialogue_participants")'), BEYOND),
    ("q0-2", 'len(t2.load("organizations"))', "So many rows there are with every source."),
    ("q0-2", 'len(t2.load("organizations"))', 't2.load("organizations", scope="founding")'),
    # A number that counts something else.
    ("q0-2", "len(dialogues)", "That is the table `dialogues`."),
    ("q0-2", "organizations.size", "number of cells: rows times columns"),
    ("q0-2", "len(organizations.columns)", "the number of columns of this table"),
    ("q0-2", "len(organizations) - 1", "The first row counts too"),
    ("q0-2", "organizations", "A table is not a number: `len(...)`"),
    ("q0-2", '"many"', "`many` is not a number."),
    ("q0-2", '"10 or 20"', "is not one number"),
    ("q5-3", "40", "That many succeed."),
    ("q5-3", '"twenty"', "one in five of all hundred talks"),
    ("q5-3", "5", "one drawing of lots"),
    ("q5-3", "0.2 * 0.4", "That is a share of the hundred talks."),
    ("q5-3", "32", "So many successes stay quiet"),
    ("q5-3", '"12"', "one in five of the talks that fail"),
    ("q5-3", '"8 %"', "is a share. The question asks how many."),
    ("q5-3", "200", "Take the successes first"),
    ("q6-7", "len(sources)", "So many rows the whole table has"),
    ("q6-7", 'sources["primary"].sum()', "the condition on `primary` alone"),
    ("q6-7", '(sources["extent_read"] == "whole").sum()', "the condition on `extent_read` alone"),
    ("q6-7", 'sources[sources["primary"]]', "`len(...)` around its name counts its rows"),
    ("q8-7", f"len(ideas[{TO_MINISTER}])", "the condition on `audience` alone"),
    ("q8-7", '(ideas["fate"] == "carried").sum()', "the condition on `fate` alone"),
    ("q8-7", "2", "the word of one observer"),
    ("q8-7", "0", "such as the editors'"),
    ("q8-7", TOLD_MINISTER, "`len(...)` around its name counts its rows"),
    ("q9-1", "0.8 + 0.5", "That is their sum."),
    ("q9-1", "(0.8 + 0.5) / 2", "halfway between the two"),
    ("q9-1", '"zero"', "That holds for the other side"),
    ("q9-1", "0.9", "Take both dials of this one side"),
    ("q10-7", f"len({QUARREL})", "charges or not"),
    ("q10-7", f'(~{QUARREL}["charge"]).sum()', "are no charge"),
    ("q10-7", 'accounts["charge"].sum()', "the condition on `charge` alone"),
    ("q11-3", "14", "That counts both readings."),
    ("q11-3", "4", "That is the forum alone."),
    ("q11-3", 'len(t2.load("codings"))', "So many rows the whole table has"),
    ("q11-9", "0.05", "a convention among statisticians"),
    ("q11-9", "years", "That is the number of years."),
    ("q11-9", "1", "The best rank is 1."),
    ("q11-12", '"3"', "These are the odds."),
    ("q11-12", "0.6", "the chance of the clue if the hypothesis holds"),
    ("q11-12", "75", "never above 1"),
    # A letter or words of another option.
    ("q0-1", '"a"', "Python reads a cell only when it is run."),
    ("q0-1", '"the new number"', "Python reads a cell only when it is run."),
    ("q0-5", '"c"', "An error ends the run of one cell."),
    ("q1-2", '"The first"', "The first asks who acts"),
    ("q1-4", '"ended the conflict"', "She claims that for no case."),
    ("q2-1", '"c"', "It does not name the president's policy as the cause."),
    ("q2-2", '["a"]', "*often* the main convener"),
    ("q2-5", '"Nothing"', "Read the column `voice`."),
    ("q3-1", '"d"', "No month is given."),
    ("q3-2", '"At least 250 participants"', "*As many as* sets a ceiling."),
    ("q3-3", '"It rules it out"', "It does not say that the broken relations had no part in it."),
    ("q3-4", '"They ran no risk."', "Silence is not zero."),
    ("q3-5", '"the foreign minister"', "He speaks in autumn 2007"),
    ("q4-1", '"That it is American"', "third parties"),
    ("q4-2", '"Iranians did not take part"', "the reform-minded core group came"),
    ("q4-3", '"18"', "no sentence calls Pugwash American"),
    ("q5-1", '"RAND"', "It does not speak of U.S.-Iran talks."),
    ("q5-2", '"It denies it"', "among the limits"),
    ("q5-4", '"b"', "Where all is told, the observer sees the truth"),
    ("q5-5", '"asserted"', "She does not say that it shaped thinking."),
    ("q6-1", '"c"', "An empty cell is not a no."),
    ("q6-3", '"DiMaggio is wrong"', "Numbers of what?"),
    ("q6-4", '"nearly 40"', "The first sets a ceiling."),
    ("q7-2", '"a"', "Are they?"),
    ("q7-2", '"the abstract is right"', "To say more is not to know better."),
    ("q7-3", '"c"', "the third party takes none"),
    ("q7-3", '"It takes the idea off the wall"', "Then the third party has judged."),
    ("q7-7", '"d"', "Read the claim of 2006 once more."),
    ("q7-7", '"the number of studies is too small"', "a large body of research"),
    ("q8-2", '"b"', "Nobody is a strong word."),
    ("q8-2", '"people came without a mandate"', "is asked all the more for one"),
    ("q8-6", '"Fisher"', "His path leads to three places."),
    ("q8-6", '"a"', "for one group only, or for two?"),
    ("q9-5", '"b"', "Which row says that one led to the other?"),
    ("q9-5", '"that the year was ripe"', "By what the sides saw, or by what came of it?"),
    ("q9-6", '"a"', "how many methods may be needed?"),
    ("q9-6", '"workshops make a hot conflict worse"', "Look for a small word"),
    ("q10-1", '"a"', "It says so."),
    ("q10-1", '"they worked at universities in Iran"', "where they were"),
    ("q10-6", '"b"', "What does that license cover"),
    ("q10-6", '"The Logan Act has never been used"', "Compare the claim of 2018"),
    ("q11-1", '"a"', "a message need leave no open record"),
    ("q11-2", '"not observable"', "as of a thing that one can know"),
    ("q11-4", '"a"', "Both readings are complete."),
    ("q11-7", '"d"', "The head start is 0 here"),
    ("q11-8", '"b"', "nobody can part them here"),
    ("q11-11", '"smoking gun"', "`c`: "),
    ("q12-1", '"a"', "Which word of hers is gone?"),
    ("q12-1", '"bring the capitals closer"', "Who helps whom in her sentence?"),
    ("q12-4", '"It began in May 2009"', "the first of several dates"),
    ("q12-4", '"d"', "or on what a beginning is?"),
    ("q12-7", '"b"', "What would it show of the agreement?"),
    ("q12-7", '"an unofficial paper of 2012"', "Could both have it from a third place?"),
    ("q11-13", '"It becomes 0.5 again"', "The other clues keep their weight."),
    # Something that is no option, or may be two.
    ("q0-1", '"e"', "`e` is not one of the options."),
    ("q0-1", "4", "`4` is not one of the options."),
    ("q0-1", '"number"', "may mean several of the options: `a`, `d`"),
    ("q0-1", '["a", "d"]', "This question takes one answer, and you gave 2."),
    ("q11-11", '"not a hoop"', "is not one of the options"),
    # Several options.
    ("q1-3", '["b", "c", "f"]', "The release does not mention Iran."),
    ("q1-3", '"abcdef"', "All 3 are there, and 3 too many."),
    ("q1-3", '["b", "c", "g"]', "`g`: none of the options, which are `a` to `f`."),
    ("q1-3", '"none"', "At least one of the options is right."),
    ("q2-3", '"abe"', "The hedge is gone"),
    ("q2-3", '"b"', "Still missing: 1."),
    ("q4-5", '"Iraq, Pakistan"', "who came is not what was discussed"),
    ("q4-5", '["Iran"]', "may mean several of the options: `c`, `d`"),
    ("q6-5", '"abcd"', "Compare that year with the last year"),
    ("q6-5", '"ab"', "Ask of each statement whether the evaluation rules it out."),
    ("q7-4", '"cde"', "A worry is told, and what for?"),
    ("q7-4", '"c"', "Still missing: 1."),
    ("q7-4", '"h"', "what would happen at home"),
    ("q7-5", '"bcefh"', "whoever hears who came knows who spoke"),
    ("q7-5", '"bch"', "Still missing: 1."),
    ("q7-5", '"d"', "also those who said nothing"),
    ("q8-4", '"bfgil"', "it can be written down and passed on"),
    ("q8-4", '"bfi"', "Still missing: 1."),
    ("q8-4", '"c"', "can do it with other people, too"),
    ("q12-5", '"abdf"', "as high in office as can be"),
    ("q12-5", '"ad"', "Still missing: 1."),
    ("q12-5", '"e"', "the word before *U.S.*"),
    ("q12-6", '"abdeg"', "Whose work was it?"),
    ("q12-6", '"abe"', "Still missing: 1."),
    ("q12-6", '"h"', "the card does not say"),
    ("q9-7", '"bce"', "In what role do the officials sit there?"),
    ("q9-7", '"b"', "Still missing: 1."),
    ("q9-7", '"a"', "Who among them is an official today?"),
    ("q10-5", '"abcdf"', "A true worry."),
    ("q10-5", '"acd"', "Still missing: 1."),
    ("q10-5", '"e"', "a matter of planning"),
    ("q11-10", '"acf"', "no sign that nothing is there"),
    # Rows.
    ("q0-3", "organizations", "its `side` is empty"),
    ("q0-3", IRANIAN.replace("Iranian", "American"), "its `side` is `American`"),
    ("q0-3", IRANIAN.replace("Iranian", "iranian"), "Compare spelling and capitals"),
    ("q0-3", 'organizations["side"] == "Iranian"', "Put it in square brackets"),
    ("q0-3", f"{IRANIAN}.head(2)", "the condition holds for more rows"),
    ("q0-3", f"pd.concat([{IRANIAN}, {IRANIAN}])", "There more often than they should be"),
    ("q0-3", '["ipis", "atlantis"]', "`atlantis`: there is no such row in `organizations`"),
    ("q0-3", "dialogues", "no column `org_id`. Did you start from `organizations`?"),
    ("q0-3", "t2.organizers(links)", "A chart is not a table."),
    ("q0-3", '"mine"', "`mine` is not a table."),
    ("q0-3", "print(1)", "(does the line end in `print`?)"),
    ("q1-6", f"readings[{SCOPE}]", "its `verdict` is `inside`"),
    ("q1-6", NOT_INSIDE.replace(f"{SCOPE} & ", ""), "its `definition_id` is `dimaggio-track2`"),
    ("q1-6", NOT_INSIDE.replace('!= "inside"', '== "outside"'), "`verdict` is always `outside`"),
    ("q2-6", 'events[events["era"] == "either"]', "In your rows `era` is always `either`."),
    ("q2-6", "events", "its `era` is `ahmadinejad`"),
    ("q3-6", 'counts[counts["minimum"].isna()]', "its `maximum` is `250`"),
    ("q3-6", 'counts[counts["minimum"] == 0]', "ask with `.isna()`"),
    (
        "q4-4",
        NO_PLACE.replace("us_iran", "dialogues"),
        "`dartmouth`: its `case` is `United States and Sovi",
    ),
    ("q4-4", 'us_iran[us_iran["grain"] == "one"]', "a row of `venues` names a place for it"),
    (
        "q4-4",
        'us_iran[~us_iran["dialogue_id"].isin(venues["dialogue_id"])]',
        "its `grain` is `several`",
    ),
    ("q4-6", OFFICIAL.replace("official", "American"), "its `party` is `Americans`"),
    (
        "q5-6",
        'constructs[constructs["kind"].isin(["limit", "risk"])]',
        "its `author` is `DiMaggio`",
    ),
    ("q5-6", f"constructs[{BY_RAND}]", "its `kind` is `benefit`"),
    (
        "q5-6",
        f'constructs[{BY_RAND} & (constructs["kind"] == "limit")]',
        "`kind` is always `limit`",
    ),
    ("q6-6", "accounts", "its `key` is empty"),
    ("q6-6", 'accounts[accounts["key"] == "una-sipri"]', "`key` is always `una-sipri`"),
    ("q7-6", "rehearsal", "its `stage_id` is `rules`"),
    ("q7-6", CONSTRAINTS.replace("constraints", "solutions"), "its `stage_id` is `solutions`"),
    ("q7-6", f"{CONSTRAINTS}.head(1)", "the condition holds for more rows"),
    ("q8-3", "traits", "its `kind` is `background`"),
    ("q8-3", 'traits[traits["kind"] == "risk"]', "its `kind` is `risk`"),
    ("q8-3", f"{PRESSURE}.head(2)", "the condition holds for more rows"),
    ("q12-3", "since", "its `sure` is `weak`"),
    ("q12-3", 'since[since["speaks"] == "against"]', "its `sure` is `weak`"),
    ("q12-3", f"{FIRM}.head(1)", "the condition holds for more rows"),
    ("q13-2", '"a"', "Which mark in the panel"),
    ("q13-2", '"kept more quiet there"', "What in the chart would look different"),
    ("q13-3", f"len({SOUTH_ASIA})", "So many rows has South Asia in all."),
    (
        "q13-3",
        'len(t2.load("dialogues").query("region == \'South Asia\' and dates_ongoing"))',
        "speaks of several dialogues",
    ),
    ("q13-4", '"abdf"', "Held, or on record here?"),
    ("q13-4", '"ad"', "Still missing: 1."),
    ("q13-5", '"b"', "would not make this sentence follow"),
    ("q13-5", '"she finds no limits"', "Read it again."),
    ("q13-6", '"ace"', "how to write the summer of 2004"),
    ("q13-6", '"c"', "Still missing: 1."),
    ("q10-3", "risks", "its `bearer` is"),
    ("q10-3", HAPPENED.replace("from Iran", "from the U.S."), "its `bearer` is"),
    ("q10-3", f"{HAPPENED}.head(2)", "the condition holds for more rows"),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACK2_FOLDER", str(tmp_path / "notes"))


@pytest.fixture(scope="module")
def cells() -> dict[str, Any]:
    """Give what the cells of the lessons have made."""

    def founding(table: str) -> pd.DataFrame:
        return t2.load(table, scope="founding")  # type: ignore[no-any-return]

    dialogues = founding("dialogues")
    single = t2.load("dialogues").query("grain == 'one'")
    return {
        "t2": t2,
        "pd": pd,
        "np": np,
        "organizations": founding("organizations"),
        "dialogues": dialogues,
        "us_iran": dialogues[dialogues["case"] == "United States and Iran"],
        "links": founding("dialogue_organizations"),
        "readings": founding("readings"),
        "events": founding("events"),
        "counts": founding("counts"),
        "venues": founding("dialogue_venues"),
        "people": founding("dialogue_participants"),
        "constructs": founding("constructs"),
        "accounts": t2.load("accounts"),
        "sources": t2.load("sources"),
        "rehearsal": t2.load("workshop_stages"),
        "traits": t2.load("group_traits"),
        "ideas": t2.load("workshop_ideas"),
        "since": t2.load("since"),
        "talks": single.assign(place=single["region"].fillna(single["case"])),
        "risks": t2.load("risks"),
        # How many years are ranked in lesson 11, of which the best has the smallest share.
        "years": round(1 / (find("q11-9").answer or 1)),
    }


@pytest.mark.parametrize(("question", "written"), RIGHT)
def test_a_right_answer_is_accepted(question: str, written: str, cells: dict[str, Any]) -> None:
    """What a reader means and what is right is right, in whatever form it is written."""
    assert check(question, eval(written, cells)).status == "right"


@pytest.mark.parametrize(("question", "written", "why"), WRONG)
def test_a_wrong_answer_is_told_why(
    question: str, written: str, why: str, cells: dict[str, Any]
) -> None:
    """What is wrong gets its own reason, and neither the solution nor what the passages say."""
    said = check(question, eval(written, cells))
    assert said.status in {"partly", "not yet", "form"}
    assert why in said.body
    asked = find(question)
    assert asked.solution.strip() not in said.body
    gists = t2.load("passages").set_index("passage_id")["gist"].reindex(asked.passages).dropna()
    assert not [gist for gist in gists if gist in said.body]


@pytest.mark.parametrize("question", [one.id for all_ in lessons().values() for one in all_])
def test_an_empty_answer_is_not_judged(question: str) -> None:
    """Who hands in nothing is asked again, learns nothing of the answer, and has no attempt less."""
    said = check(question, "")
    assert said.status == "waiting"
    assert find(question).solution.strip() not in said.body


def test_every_question_that_judges_is_tried_both_ways() -> None:
    """Each of these questions has a right answer and a wrong one in the two lists."""
    judged = {
        one.id
        for all_ in lessons().values()
        for one in all_
        if one.kind not in ("guess", "reflect")
    }
    assert {question for question, _ in RIGHT} == judged
    assert {question for question, _, _ in WRONG} == judged
    assert len({*RIGHT}) == len(RIGHT) >= 60
    assert len({*WRONG}) == len(WRONG) >= 60


def test_numbers_in_reasons_are_those_of_the_data(cells: dict[str, Any]) -> None:
    """A reason that says what a wrong number counts says it of the data as they are."""
    asked_for = map(find, ["q0-2", "q8-7", "q11-3"])
    reasons = {asked.id: {o.value for o in asked.options} for asked in asked_for}
    assert reasons["q0-2"] == {len(cells["dialogues"]), len(cells["organizations"].columns), 5}
    told = cells["ideas"].query("fate == 'carried'").groupby("audience")["idea"].nunique()
    assert reasons["q8-7"] == {told["minister in Tehran"], told.get("editor in Tehran", 0)}
    first = t2.load("codings").query("coder == 'first reading'")
    documented = first[first["code"] == "independently documented"]
    codes = Counter(first["code"])
    assert reasons["q11-3"] == {
        (documented["construct_id"] == "c-forum").sum(),
        (t2.load("codings")["code"] == "independently documented").sum(),
        codes["asserted by an interested party"],
        len(first),
    }


def test_the_chart_shows_what_the_solution_of_q5_4_says() -> None:
    """Both settings of the right pair give the counts that the solution names."""
    talks = next(iter(t2.imagined_talks().to_dict()["datasets"].values()))
    counted = []
    for succeed, told in [(0.8, 0.15), (0.2, 0.6)]:
        good = [talk for talk in talks if talk["luck"] < succeed]
        counted.append((len(good), sum(talk["mouth"] < told for talk in good)))
    assert counted == [(80, 11), (17, 11)]
    (right,) = [option.text for option in find("q5-4").options if option.right]
    assert right == "Success 0.8 told 0.15, and success 0.2 told 0.6"
    assert (
        "it is 11 both times, while 80 succeed in one world and 17 in the other"
        in find("q5-4").solution
    )


def test_the_hint_of_q4_5_names_what_the_menu_shows(cells: dict[str, Any]) -> None:
    """The second dialogue is named in the hint as the menu of the lesson names it."""
    names = cells["dialogues"].set_index("dialogue_id")["name"]
    assert f"*{names['stanley-gulf-security']}*" in find("q4-5").hints[0]
    assert not [key for key in names.index for hint in find("q4-5").hints if f"`{key}`" in hint]


def test_the_places_of_q4_4_are_those_of_the_data(cells: dict[str, Any]) -> None:
    """The question leaves out the dialogues of our case for which a place is named, and no other."""
    placed = cells["us_iran"]["dialogue_id"].isin(cells["venues"]["dialogue_id"])
    asked = find("q4-4")
    assert all(f"'{key}'" in asked.query for key in cells["us_iran"][placed]["dialogue_id"])
    assert not [
        key for key in cells["us_iran"][~placed]["dialogue_id"] if f"'{key}'" in asked.query
    ]


def test_solutions_count_as_the_data_do() -> None:
    """Three rows that cannot be decided and one outside; three wordings with officials."""
    verdicts = Counter(find("q1-6").rows()["verdict"])
    assert verdicts == {"cannot tell": 3, "outside": 1}
    assert len(find("q4-6").rows()) == 3


def test_wrong_numbers_of_q13_3_are_those_of_the_data(cells: dict[str, Any]) -> None:
    """All rows of South Asia, and the open ones with those that speak of several dialogues."""
    every = t2.load("dialogues").query("region == 'South Asia'")
    single = every[every["grain"] == "one"]
    assert {one.value for one in find("q13-3").options} == {
        len(single),
        every["dates_ongoing"].sum(),
    }


def test_the_rehearsal_is_as_the_solution_of_q7_6_says(cells: dict[str, Any]) -> None:
    """Obstacles are heard from the beginning of the second session on, and named in two remarks before."""
    heard = find("q7-6").rows().groupby("observer")["minute"].min()
    assert set(heard) == {75}
    first = cells["rehearsal"].query("observer == 'first observer' and minute in [50, 60]")
    assert first["remark"].str.contains("obstacle").all()
    assert len(first) == 2
