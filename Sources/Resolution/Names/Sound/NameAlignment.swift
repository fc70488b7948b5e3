/// Lays two rows of sounds beside each other at the least cost (Wagner and Fischer 1974, with neighbours that
/// changed places as in Damerau 1964), in memory that the caller lends.
struct NameAlignment {
  /// The longest row of sounds.
  static let longest = 48
  /// What the caller lends, in cells.
  static let cells = (longest + 1) * (longest + 1)

  private let first: UnsafeBufferPointer<UInt8>
  private let second: UnsafeBufferPointer<UInt8>
  private let table: UnsafeMutablePointer<UInt16>
  private let width: Int
  private let costs: NameSoundCosts
  private let omitsVowels: Bool

  /// - Parameter omitsVowels: whether one of the two, not both, is written in a script that leaves vowels out.
  init(
    _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>, omitsVowels: Bool, costs: NameSoundCosts,
    table: UnsafeMutablePointer<UInt16>
  ) {
    (self.first, self.second, self.omitsVowels, self.costs, self.table) = (first, second, omitsVowels, costs, table)
    width = second.count + 1
  }

  /// The least cost, in tenths of a letter; fills the table.
  func cost() -> UInt16 {
    table[0] = 0
    for column in 0..<second.count { table[column + 1] = table[column] + added(second, column) }
    for row in 0..<first.count {
      let sound = first[row]
      let removal = added(first, row)
      let above = table + row * width
      let here = table + (row + 1) * width
      here[0] = above[0] + removal
      for column in 0..<second.count {
        let other = second[column]
        var least =
          sound == other ? above[column] : above[column] + costs.cost(sound, other) + (row | column == 0 ? 2 : 0)
        least = min(least, above[column + 1] + removal, here[column] + added(second, column))
        if row > 0, column > 0, sound != other, sound == second[column - 1], first[row - 1] == other {
          least = min(least, (above - width)[column - 1] + NameSoundCosts.transposed)
        }
        here[column + 1] = least
      }
    }
    return table[first.count * width + second.count]
  }

  /// Walks back through the filled table and counts what was done.
  func edits() -> NameEditCounts {
    var counts = NameEditCounts()
    var (row, column) = (first.count, second.count)
    while row > 0 || column > 0 {
      let value = table[row * width + column]
      if row > 0, column > 0 {
        let (sound, other) = (first[row - 1], second[column - 1])
        let before = table[(row - 1) * width + column - 1]
        let cost = sound == other ? 0 : costs.cost(sound, other) + (row == 1 && column == 1 ? 2 : 0)
        if value == before + cost {
          counts.add(costs.kind(sound, other), isFirst: row == 1 && column == 1)
          (row, column) = (row - 1, column - 1)
          continue
        }
        if row > 1, column > 1, sound == second[column - 2], first[row - 2] == other,
          value == table[(row - 2) * width + column - 2] + NameSoundCosts.transposed
        {
          counts.add(.transposed, isFirst: row == 2)
          (row, column) = (row - 2, column - 2)
          continue
        }
      }
      if row > 0, value == table[(row - 1) * width + column] + added(first, row - 1) {
        counts.add(kindAdded(first[row - 1]), isFirst: row == 1)
        row -= 1
      } else {
        counts.add(kindAdded(second[column - 1]), isFirst: column == 1)
        column -= 1
      }
    }
    return counts
  }

  @inline(__always)
  private func added(_ row: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt16 {
    let sound = row[place]
    if NameSound.isVowel(sound) {
      if omitsVowels { return NameSoundCosts.unwritten }
      return place + 1 == row.count ? NameSoundCosts.lastVowelAdded : NameSoundCosts.vowelAdded
    }
    if sound == NameSound.ayin || sound == NameSound.lastH { return 1 }
    if NameSound.isSoft(sound) { return NameSoundCosts.softAdded }
    return isNasalBeforeStop(row, place) ? NameSoundCosts.nasalAdded : NameSoundCosts.consonantAdded
  }

  /// Greek writes d as nt and b as mp, and its people write either in Latin letters.
  private func isNasalBeforeStop(_ row: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    let sound = row[place]
    guard sound == NameSound.n || sound == NameSound.m, place + 1 < row.count else { return false }
    let next = row[place + 1]
    return sound == NameSound.m
      ? next == NameSound.p || next == NameSound.b
      : next == NameSound.t || next == NameSound.d || next == NameSound.g || next == NameSound.k
  }

  private func kindAdded(_ sound: UInt8) -> NameEdit {
    if NameSound.isVowel(sound) { return omitsVowels ? .unwritten : .vowelAdded }
    return NameSound.isSoft(sound) ? .softAdded : .consonantAdded
  }
}

/// How often each kind of difference occurs.
struct NameEditCounts: Sendable {
  private var counts = InlineArray<11, UInt8>(repeating: 0)
  /// Whether the first sound is another one.
  private(set) var firstDiffers = false

  subscript(kind: NameEdit) -> Int { Int(counts[Int(kind.rawValue)]) }

  mutating func add(_ kind: NameEdit, isFirst: Bool) {
    counts[Int(kind.rawValue)] += 1
    if isFirst, kind != .same, kind != .unwritten, kind != .nearVowel { firstDiffers = true }
  }
}
