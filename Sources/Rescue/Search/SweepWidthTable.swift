/// Uncorrected sweep widths of the eye, in nautical miles, at visibilities of 1, 3, 5, 10, 15 and 20 nautical miles.
///
/// Re-keyed from the U.S. Coast Guard Addendum to the National Search and Rescue Supplement, COMDTINST M16130.2F,
/// tables of visual sweep widths, by way of canterbury-air-patrol/marine-sweep-width-data, and held against the tables
/// in maritime-web/ArcticWeb, whose source is the IAMSAR Manual, volume II, appendix N: of 1,128 values in both, 1,125
/// agree. The three that do not are listed in `disputed`. The printed manuals were not at hand; heights of 300 ft and
/// the sail boats of 20 and 30 ft under aircraft stand in the first source alone.
enum SweepWidthTable {
  /// The visibilities of the columns, in nautical miles.
  static let visibilities: [Double] = [1, 3, 5, 10, 15, 20]

  /// What the sources say differently: the value kept is the Coast Guard's.
  static let disputed = [
    "raft25 smallVessel 5 NM: 3.5, elsewhere 3.9", "raft4 aeroplane500 10 NM: 1.8, elsewhere 1.6",
    "ship300 helicopter2000 3 NM: 3.4, elsewhere 3.5",
  ]

  /// Widths of one lookout by object, in the order of the columns.
  static func read(_ text: String) -> [SearchObject: [Double]] {
    var widths = [SearchObject: [Double]]()
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard let object = fields.first.flatMap({ SearchObject(rawValue: String($0)) }) else { continue }
      widths[object] = fields.dropFirst().compactMap { Double($0) }
    }
    return widths
  }

  /// An eye about 2.4 m (8 ft) above the water.
  static let smallVessel = """
    personInWater   0.2   0.2   0.3   0.3   0.3   0.3
    raft1           0.7   1.3   1.7   2.3   2.6   2.7
    raft4           0.7   1.7   2.2   3.1   3.5   3.9
    raft6           0.8   1.9   2.6   3.6   4.3   4.7
    raft8           0.8   2.0   2.7   3.8   4.4   4.9
    raft10          0.8   2.0   2.8   4.0   4.8   5.3
    raft15          0.9   2.2   3.0   4.3   5.1   5.7
    raft20          0.9   2.3   3.3   4.9   5.8   6.5
    raft25          0.9   2.4   3.5   5.2   6.3   7.0
    powerBoat15     0.4   0.8   1.1   1.5   1.6   1.8
    powerBoat20     0.8   1.5   2.2   3.3   4.0   4.5
    powerBoat33     0.8   1.9   2.9   4.7   5.9   6.8
    powerBoat53     0.9   2.4   3.9   7.0   9.3  11.1
    powerBoat78     0.9   2.5   4.3   8.3  11.4  14.0
    sailBoat15      0.8   1.5   2.1   3.0   3.6   4.0
    sailBoat20      0.8   1.7   2.5   3.7   4.6   5.1
    sailBoat25      0.9   1.9   2.8   4.4   5.4   6.3
    sailBoat30      0.9   2.1   3.2   5.3   6.6   7.7
    sailBoat40      0.9   2.3   3.8   6.6   8.6  10.3
    sailBoat50      0.9   2.4   4.0   7.3   9.7  11.6
    sailBoat70      0.9   2.5   4.2   7.9  10.7  13.1
    sailBoat83      0.9   2.5   4.4   8.3  11.6  14.2
    ship120         1.4   2.5   4.6   9.3  13.2  16.6
    ship225         1.4   2.6   4.9  10.3  15.5  20.2
    ship300         1.4   2.6   4.9  10.9  16.8  22.5
    """

  /// An eye about 4.3 m (14 ft) above the water.
  static let vessel = """
    personInWater   0.3   0.4   0.5   0.5   0.5   0.5
    raft1           0.9   1.8   2.3   3.1   3.4   3.7
    raft4           1.0   2.2   3.0   4.0   4.6   5.0
    raft6           1.1   2.5   3.4   4.7   5.5   6.0
    raft8           1.1   2.5   3.5   4.8   5.7   6.2
    raft10          1.1   2.6   3.6   5.1   6.1   6.7
    raft15          1.1   2.8   3.8   5.5   6.5   7.2
    raft20          1.2   3.0   4.1   6.1   7.3   8.1
    raft25          1.2   3.1   4.3   6.4   7.8   8.7
    powerBoat15     0.5   1.1   1.4   1.9   2.1   2.3
    powerBoat20     1.0   2.0   2.9   4.3   5.2   5.8
    powerBoat33     1.1   2.5   3.8   6.1   7.7   8.8
    powerBoat53     1.2   3.1   5.1   9.1  12.1  14.4
    powerBoat78     1.2   3.2   5.6  10.7  14.7  18.1
    sailBoat15      1.0   1.9   2.7   3.9   4.7   5.2
    sailBoat20      1.0   2.2   3.2   4.8   5.9   6.6
    sailBoat25      1.1   2.4   3.6   5.7   7.0   8.1
    sailBoat30      1.1   2.7   4.1   6.8   8.6  10.0
    sailBoat40      1.2   3.0   4.9   8.5  11.2  13.3
    sailBoat50      1.2   3.1   5.2   9.4  12.5  15.0
    sailBoat70      1.2   3.2   5.5  10.2  13.9  16.9
    sailBoat83      1.2   3.3   5.7  10.8  15.0  18.4
    ship120         1.8   3.3   6.0  12.0  17.1  21.5
    ship225         1.8   3.4   6.3  13.4  20.1  26.0
    ship300         1.8   3.4   6.4  14.1  21.8  29.2
    """
}
