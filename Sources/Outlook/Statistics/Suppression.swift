/// Hides small counts before publication, and further ones from which they could be worked out; then rounds.
///
/// Source: Hundepool and others 2012, Statistical Disclosure Control, sections 4.2 and 4.3.
public struct Suppression: Equatable, Sendable {
  /// What a published cell shows.
  public enum Shown: Equatable, Sendable {
    case figure(Figure)
    /// Hidden because it is small.
    case small
    /// Hidden because a small one could be worked out from it.
    case secondary

    /// Whether nothing of the count is shown.
    public var isHidden: Bool { self == .small || self == .secondary }
  }

  /// Counts above zero and under this are hidden; 0 or 1 hides none.
  public let threshold: Int
  /// Counts are rounded to a multiple of this; 1 leaves them.
  public let roundedTo: Int

  /// A rule.
  /// - Throws: `OutlookError` when a number is out of bounds: 0 to 1,000, and 1 to 1,000.
  public init(threshold: Int, roundedTo: Int = 1) throws(OutlookError) {
    guard (0...1000).contains(threshold), (1...1000).contains(roundedTo) else {
      throw OutlookError(place: "suppression", reason: "a threshold lies in 0...1000, a rounding in 1...1000")
    }
    self.threshold = threshold
    self.roundedTo = roundedTo
  }

  /// A table made safe, with a total as the last of each row and a row of totals at the end.
  ///
  /// In each row and column whose total is shown no single cell is hidden alone; what is hidden besides is the
  /// smallest that serves.
  public func apply(_ table: CountTable) -> [[Shown]] {
    let totalled = Self.withTotals(table.figures)
    var shown = totalled.map { row in row.map { isSmall($0) ? Shown.small : .figure($0) } }
    var changed = true
    while changed {
      changed = false
      for row in shown.indices where Self.complete(row: row, totalled, &shown) { changed = true }
      for column in shown[0].indices where Self.complete(column: column, totalled, &shown) { changed = true }
    }
    return shown.map { $0.map(rounded) }
  }

  /// A figure that stands alone, such as a flow on a map, as it may be shown; it has no total to be worked out from.
  public func shown(_ figure: Figure) -> Shown { rounded(isSmall(figure) ? .small : .figure(figure)) }

  /// One thing that the rule does to counts, to be said among the notes.
  public enum Clause: Equatable, Sendable {
    /// Counts from 1 to this are hidden, and further ones where they could be worked out.
    case hidden(upTo: Int)
    /// Counts are rounded to the nearest multiple of this, totals on their own.
    case rounded(to: Int)
  }

  /// What the rule does to counts.
  public var clauses: [Clause] {
    (threshold > 1 ? [.hidden(upTo: threshold - 1)] : []) + (roundedTo > 1 ? [.rounded(to: roundedTo)] : [])
  }

  private func isSmall(_ figure: Figure) -> Bool {
    figure.number.map { $0 > 0 && $0 < Double(threshold) } ?? false
  }

  private func rounded(_ shown: Shown) -> Shown {
    guard case .figure(.known(let number)) = shown, roundedTo > 1 else { return shown }
    return .figure(.known((number / Double(roundedTo)).rounded() * Double(roundedTo)))
  }

  private static func withTotals(_ figures: [[Figure]]) -> [[Figure]] {
    func total(_ line: [Figure]) -> Figure {
      let known = line.compactMap(\.number)
      return known.count == line.count ? .known(known.reduce(0, +)) : .notAvailable
    }
    let wide = figures.map { $0 + [total($0)] }
    return wide + [wide[0].indices.map { column in total(wide.map { $0[column] }) }]
  }

  private static func complete(row: Int, _ figures: [[Figure]], _ shown: inout [[Shown]]) -> Bool {
    guard let column = partner(shown[row], figures[row]) else { return false }
    shown[row][column] = .secondary
    return true
  }

  private static func complete(column: Int, _ figures: [[Figure]], _ shown: inout [[Shown]]) -> Bool {
    guard let row = partner(shown.map { $0[column] }, figures.map { $0[column] }) else { return false }
    shown[row][column] = .secondary
    return true
  }

  /// In a line with one hidden cell, the place of the one that is hidden with it: the smallest count above zero, else
  /// a zero, else the
  /// total, which is the last; nil when the line is safe.
  private static func partner(_ shown: [Shown], _ figures: [Figure]) -> Int? {
    guard shown.count(where: \.isHidden) == 1 else { return nil }
    let open = shown.indices.filter { !shown[$0].isHidden && figures[$0].number != nil }
    let parts = open.filter { $0 < shown.count - 1 }
    func least(_ places: [Int]) -> Int? { places.min { (figures[$0].number ?? 0) < (figures[$1].number ?? 0) } }
    return least(parts.filter { (figures[$0].number ?? 0) > 0 }) ?? least(parts) ?? least(open)
  }
}
