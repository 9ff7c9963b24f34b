/// The parts of a summary that have a title.
enum ConsoleSection { case failures, links, checks, reports }
