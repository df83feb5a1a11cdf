# Reads the tables beside this file into a list: tables$dialogues, tables$meetings and so on.
#
#   source("read.R")                           where this folder is the working directory
#   source("path/to/read.R", chdir = TRUE)     from anywhere else
#
# Yes or no is logical, counts and measures are numbers, first and last days are of class Date, and a
# vocabulary is a factor with all its words. The rest is text, dates in EDTF among it. What is
# not said is NA. What a column means: attr(tables$dialogues$dates, "label").

read_tables <- function(folder = ".") {
  as_text <- function(name) {
    read.csv(file.path(folder, paste0(name, ".csv")), colClasses = "character", na.strings = "",
             check.names = FALSE, encoding = "UTF-8", blank.lines.skip = FALSE)
  }
  columns <- as_text("_columns")
  typed <- function(cells, type, words, label) {
    made <- switch(type,
      logical = as.logical(cells),
      number = as.numeric(cells),
      day = as.Date(cells, format = "%Y-%m-%d"),
      vocabulary = factor(cells, levels = strsplit(words, "\n", fixed = TRUE)[[1]]),
      cells)
    attr(made, "label") <- label
    made
  }
  read_one <- function(name) {
    table <- as_text(name)
    about <- columns[columns$table == name, ]
    table[] <- Map(typed, table[about$column], about$type, about$words, about$label)
    table
  }
  names <- unique(columns$table)
  setNames(lapply(names, read_one), names)
}

tables <- read_tables()
