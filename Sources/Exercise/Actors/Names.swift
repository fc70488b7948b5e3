/// What invented craft are called, and which countries gave their identities.
enum Names {
  /// Given names of at most six letters, so that `EXERCISE`, the name and a number fit into twenty characters.
  static let given = [
    "ANNA", "BORIS", "CLARA", "DAVID", "EMMA", "FELIX", "GRETA", "HUGO", "IRIS", "JONAS", "KARIN", "LOUIS", "MARTA",
    "NILS", "OLGA", "PAUL", "QUINN", "ROSA", "SIMON", "TESSA", "ULLA", "VICTOR", "WANDA", "XAVER", "YVES", "ZOE",
    "ALMA", "BRUNO", "CELIA", "DORA", "EDGAR", "FREYA", "GABI", "HELENA", "IVAN", "JULIA", "KLAUS", "LENA", "MARCO",
    "NADIA", "OSCAR", "PIA", "RALF", "SOFIA", "TOM", "URSULA", "VERA", "WALTER", "YARA", "ZENO", "ARNO", "BELLA",
    "CARLO",
  ]

  /// Maritime identification digits of countries whose ships are often seen in the strait.
  static let countries = [
    235, 227, 244, 211, 219, 257, 636, 538, 351, 477, 563, 248, 209, 205, 305, 311, 265, 230, 232, 228, 246, 220, 247,
    241,
  ]
}
