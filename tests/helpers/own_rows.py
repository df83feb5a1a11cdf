"""Three rows of each table that a chart takes, and of the tables that these point to."""

from hand_written import DIALOGUE, MEETING

# Three rows of each table that a chart takes, and of the tables that these point to.
ROWS = {
    "eras": [
        {"era_id": "first-cabinet", "name": "The first cabinet", "dates": "1998/2004"},
        {"era_id": "second-cabinet", "name": "The second cabinet", "dates": "2004/.."},
    ],
    "dialogues": [
        DIALOGUE | {"dialogue_id": "d1", "dates": "2001/2003", "topics_open": "true"},
        DIALOGUE | {"dialogue_id": "d2", "name": "Rounds", "dates": "2007/..", "form": "bilateral"},
        DIALOGUE | {"dialogue_id": "d3", "name": "Visits"},
    ],
    "places": [
        {
            "place_id": "geneva",
            "name": "Geneva",
            "precision": "city",
            "latitude": "46.2",
            "longitude": "6.15",
        },
        {
            "place_id": "accra",
            "name": "Accra",
            "precision": "city",
            "latitude": "5.6",
            "longitude": "-0.2",
        },
        {"place_id": "somewhere", "name": "Somewhere", "precision": "not stated"},
    ],
    "meetings": [
        MEETING | {"meeting_id": "m1", "date": "2001-05-02", "place_id": "geneva"},
        MEETING | {"meeting_id": "m2", "dialogue_id": "d2", "date": "2007", "place_id": "accra"},
        MEETING | {"meeting_id": "m3", "date": "[..2003]", "place_id": "somewhere"},
    ],
    "dialogue_venues": [
        {"dialogue_id": "d1", "place_id": "geneva", "share": "most"},
        {"dialogue_id": "d2", "place_id": "accra"},
        {"dialogue_id": "d3", "place_id": "somewhere"},
    ],
    "topics": [{"topic_id": f"t{n}", "name": f"Topic {n}", "area": "regional"} for n in (1, 2, 3)],
    "dialogue_topics": [{"dialogue_id": f"d{n}", "topic_id": f"t{n}"} for n in (1, 2, 3)],
    "organizations": [
        {"org_id": f"o{n}", "name": f"House {n}", "short_name": f"H{n}", "description": "A house."}
        | side
        for n, side in ((1, {"side": "Iranian"}), (2, {"side": "American"}), (3, {}))
    ],
    "dialogue_organizations": [
        {"dialogue_id": f"d{n}", "org_id": f"o{n}", "role": "host"} for n in (1, 2, 3)
    ],
    "events": [
        {"event_id": f"e{n}", "title": f"Event {n}", "kind": "politics", "description": "It was."}
        | date
        for n, date in (
            (1, {"date": "2001"}),
            (2, {"date": "2008-05", "date_words": "in spring"}),
            (3, {}),
        )
    ],
    "participant_groups": [
        {"group_id": "g1", "name": "Some", "side": "Iranian", "description": "People."}
    ],
    "group_traits": [
        {"trait_id": f"x{n}", "group_id": "g1", "kind": "view", "trait": f"View {n}."}
        for n in (1, 2, 3)
    ],
    "risks": [
        {
            "risk_id": f"k{n}",
            "risk": "the law",
            "bearer": "guests",
            "told_as": told,
            "statement": "It is so.",
        }
        for n, told in enumerate(["happened", "charged", "feared"], 1)
    ],
    "definitions": [
        {"definition_id": "f1", "author": "Author", "term": "Track Two", "definition": "It is."}
    ],
    "readings": [
        {"definition_id": "f1", "dialogue_id": f"d{n}", "verdict": "inside", "reason": "So."}
        for n in (1, 2, 3)
    ],
    "accounts": [
        {
            "account_id": f"a{n}",
            "theme": "something else",
            "side": side,
            "standing": "scholar",
            "voice": "one",
            "charge": charge,
            "account": "It is so.",
        }
        for n, (side, charge) in enumerate(
            [("Iranian", "true"), ("American", "false"), ("third party", "false")]
        )
    ],
}
