# Compare what haven reads from the files for Stata and SPSS with what read.R reads from CSV: every
# table, every cell, and the label of every column. The beginning of their names is the argument.
stem <- commandArgs(TRUE)
source(file.path(paste0(stem, "-csv"), "read.R"), chdir = TRUE)

plain <- function(cells) {
  attributes(cells) <- NULL
  cells[is.na(cells)] <- ""
  cells
}
same <- function(a, b) {
  if (inherits(a, "Date")) inherits(b, "Date") && identical(as.numeric(a), as.numeric(b))
  else if (is.factor(a)) identical(as.character(a), as.character(haven::as_factor(b)))
  else if (is.logical(a)) haven::is.labelled(b) && identical(as.numeric(a), as.numeric(b))
  else if (is.numeric(a)) identical(as.numeric(a), as.numeric(b))
  else identical(plain(a), plain(b))
}
for (name in names(tables)) {
  stata <- haven::read_dta(file.path(paste0(stem, "-stata"), paste0(name, ".dta")))
  spss <- haven::read_sav(file.path(paste0(stem, "-spss"), paste0(name, ".sav")))
  for (other in list(stata, spss)) {
    stopifnot(dim(other) == dim(tables[[name]]))
    for (place in seq_along(other)) {
      if (!same(tables[[name]][[place]], other[[place]]) || is.null(attr(other[[place]], "label")))
        stop(name, ", ", names(other)[place])
    }
  }
}
cat(length(tables), "tables are the same")
