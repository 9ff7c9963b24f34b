/// What the first line of a summary names.
enum HeaderLabel { case run, target, seed }
