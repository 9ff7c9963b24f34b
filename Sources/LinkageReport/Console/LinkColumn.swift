/// The columns of the table of links, in their order.
enum LinkColumn: CaseIterable { case link, samples, median, high, sure, censored, promised }
