"""Data, charts and exercises for lessons on Track II diplomacy.

``import track2lib as t2``, and then

    dialogues = t2.load("dialogues")          a table, each row with its sources
    t2.show(dialogues)                        the table on a page, no word cut off
    t2.timeline(dialogues)                    a chart, which says what it rests on
    t2.evidence("dialogues", "una-sipri")     who says so, down to the passage
    t2.cite("dimaggio2010")                   a source, as it is cited
    t2.check("q1-2", "a")                     is the answer right, and why
    t2.validate("my-data")                    what is to be corrected in data of your own
    help(t2.impact)                           did talks make a difference: measures and charts

``help(t2.load)``, and so on, says more of each name. All of them:

Data
    list_tables, codebook      which tables there are, and what the columns of one mean
    load, show                 read a table; show a table, or what a chart draws
    evidence, cite             what a row rests on, and how to cite it
    define                     what a term means, and what each author makes of it
    count_per_year             counts, beside how much was written down in those years
    export                     the data for other programs, with its bibliography
    start_dataset, validate    a data package of your own, and what to correct in it
    solar_hijri                a date of the Iranian calendar, as the tables write dates
    DataError, DataWarning     what is raised for data that must not be shown, or asked about

Charts, in Altair, which can be changed further
    timeline, per_year, active_in_year, events_by_era        when (timeline: by="form" for all at once)
    year_by_year                                             what is reported of each year, in lanes
    venues, venue_map                                        where
    organizers, topics, voices                               who, and about what
    compare_cases, compare_definitions                       side by side: cases, definitions,
    compare_groups, compare_risks                            groups, and who bears which risk
    left_open                  claims beside what has been reported since
    imagined_talks                                           to think with
    interact                   controls for what Python must compute anew
    enable_charts              every chart of a notebook in the type of the lessons

Lessons
    enable_lesson              charts as above, short errors, questions that stay
    check, hint, solution      answer a question, ask for help, see the reason
    progress, note             what you have done; a note in your own folder
    code_cases                 the form in which cases are coded

Class
    hand_in                    what you have done, in one file for whoever teaches
    class_book                 what a class has handed in: tables, pictures, what to talk about

impact                         measures of what talks did, each with what it cannot know
"""

import lazy_loader

# Names are found when first used, so that loading a table does not wait for the charts. Which
# module a name comes from stands in `__init__.pyi`, where editors and type checkers read it too.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
