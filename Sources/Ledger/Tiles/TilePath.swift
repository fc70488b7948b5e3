/// The place of a tile of the tree, and the path under which others find it (C2SP `tlog-tiles`).
///
/// A tile holds the hashes of up to 256 neighbouring nodes, eight levels of the tree at a time.
package struct TilePath: Hashable, Sendable {
  /// The hashes of a full tile.
  package static let fullWidth: Int64 = 256
  /// The levels of the tree that a tile spans.
  static let levelsInTile = 8
  /// The highest level of tiles that a path may name.
  private static let highestLevel = 63

  package var level: Int
  package var index: Int64
  /// How many hashes the tile holds: 256, or fewer at the right edge of the tree.
  package var width: Int64

  package init(level: Int, index: Int64, width: Int64 = Self.fullWidth) {
    self.level = level
    self.index = index
    self.width = width
  }

  /// The path below the ledger's prefix: `tile/0/x001/x234/067`, and `.p/5` behind it for a partial tile of five.
  package var text: String {
    var digits = String(index)
    digits = String(repeating: "0", count: (3 - digits.utf8.count % 3) % 3) + digits
    var elements: [Substring] = []
    var rest = digits[...]
    while !rest.isEmpty {
      elements.append(rest.prefix(3))
      rest = rest.dropFirst(3)
    }
    let place = elements.dropLast().map { "x\($0)/" }.joined() + (elements.last ?? "000")
    return "tile/\(level)/\(place)" + (width == Self.fullWidth ? "" : ".p/\(width)")
  }

  /// Reads the elements of a path behind `tile`; nil when they name no tile, or name it in another way than `text`.
  package init?(elements: [Substring]) {
    let given = "tile/" + elements.joined(separator: "/")
    var elements = elements
    var width = Self.fullWidth
    if elements.count >= 3, elements[elements.count - 2].hasSuffix(".p") {
      guard let partial = Int64(elements.removeLast()), partial >= 1, partial < Self.fullWidth else { return nil }
      width = partial
      elements[elements.count - 1] = elements[elements.count - 1].dropLast(2)
    }
    guard elements.count >= 2, let level = Int(elements[0]), (0...Self.highestLevel).contains(level) else { return nil }
    let digits = elements.dropFirst().map { $0.hasPrefix("x") ? $0.dropFirst() : $0 }.joined()
    guard let index = Int64(digits), index >= 0 else { return nil }
    self.init(level: level, index: index, width: width)
    // One tile has one path, so a cache holds it once.
    guard text == given else { return nil }
  }

  /// Every tile of a tree of a size, the lowest level first.
  package static func all(size: Int64) -> [TilePath] {
    var paths: [TilePath] = []
    var count = size
    var level = 0
    while count > 0 {
      paths += (0..<count / fullWidth).map { TilePath(level: level, index: $0) }
      if count % fullWidth > 0 {
        paths.append(TilePath(level: level, index: count / fullWidth, width: count % fullWidth))
      }
      count /= fullWidth
      level += 1
    }
    return paths
  }

  /// Whether a tree of a size has the tile, or has had it when it was smaller.
  package func exists(size: Int64) -> Bool {
    let shift = Int64(level * Self.levelsInTile)
    guard shift < Int64.bitWidth, index < Int64.max / Self.fullWidth - 1 else { return false }
    return (size >> shift) >= index * Self.fullWidth + width
  }
}
