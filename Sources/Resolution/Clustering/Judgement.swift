public import Marking

/// What was judged of two records: by whom, when and why.
public struct Judgement: Hashable, Sendable {
  /// What was judged.
  public enum Verdict: String, CaseIterable, Codable, Sendable {
    case same, different, unsure
  }

  /// The records, by their keys.
  public let left, right: String
  /// What was judged.
  public let verdict: Verdict
  /// The person who judged.
  public let officer: String
  /// The day, as `2026-03-01`.
  public let date: String
  /// Why, in the person's words.
  public let reason: String
  /// The grade of what it rests on, when it has one.
  public let grade: Grade?

  /// A judgement.
  public init(
    _ left: String, _ right: String, _ verdict: Verdict, officer: String, date: String, reason: String,
    grade: Grade? = nil
  ) {
    self.left = left
    self.right = right
    self.verdict = verdict
    self.officer = officer
    self.date = date
    self.reason = reason
    self.grade = grade
  }
}

/// All that people judged, in order; nothing is removed, and what is taken back is still there to read.
public struct JudgementLog: Sendable {
  /// A line of the log.
  public enum Line: Hashable, Sendable {
    case judged(Judgement)
    /// The judgement at this place in the log no longer holds.
    case takenBack(place: Int, officer: String, date: String, reason: String)
  }

  /// The lines.
  public private(set) var lines: [Line] = []

  /// An empty log.
  public init() {}

  /// Adds a judgement and returns its place, by which it can be taken back.
  @discardableResult
  public mutating func judge(_ judgement: Judgement) -> Int {
    lines.append(.judged(judgement))
    return lines.count - 1
  }

  /// Takes a judgement back.
  /// - Throws: `ResolutionFault` when no judgement stands at the place.
  public mutating func takeBack(
    _ place: Int, officer: String, date: String, reason: String
  ) throws(ResolutionFault) {
    guard lines.indices.contains(place), case .judged = lines[place] else {
      throw ResolutionFault(.judgement, "There is no judgement at place \(place) to take back.")
    }
    lines.append(.takenBack(place: place, officer: officer, date: date, reason: reason))
  }

  /// The judgements that hold: not taken back, and the last one about its pair.
  public var standing: [Judgement] {
    var back = Set<Int>()
    for case .takenBack(let place, _, _, _) in lines { back.insert(place) }
    var (last, pairs) = ([Set<String>: Judgement](), [Set<String>]())
    for (place, line) in lines.enumerated() where !back.contains(place) {
      guard case .judged(let judgement) = line else { continue }
      let pair: Set = [judgement.left, judgement.right]
      if last.updateValue(judgement, forKey: pair) == nil { pairs.append(pair) }
    }
    return pairs.compactMap { last[$0] }
  }

  /// The judgements that hold, as constraints on the records of a table.
  ///
  /// - Parameter place: the record of a key, or nil when it is not in the table; such judgements wait.
  /// - Throws: `ResolutionFault` when judgements contradict each other: a record cannot be the same as two that differ.
  public func constraints(_ place: (String) -> Int?) throws(ResolutionFault) -> Constraints {
    var constraints = Constraints()
    var group = [Int: Int]()
    func root(_ record: Int) -> Int {
      var root = record
      while let above = group[root] { root = above }
      return root
    }
    let holding = standing
    for judgement in holding where judgement.verdict == .same {
      guard let left = place(judgement.left), let right = place(judgement.right) else { continue }
      constraints.same.append((left, right))
      let (one, other) = (root(left), root(right))
      if one != other { group[one] = other }
    }
    for judgement in holding where judgement.verdict == .different {
      guard let left = place(judgement.left), let right = place(judgement.right) else { continue }
      guard root(left) != root(right) else {
        throw ResolutionFault(
          .judgement,
          "\(judgement.left) and \(judgement.right) are judged to be different, and others judged them to be the same; "
            + "take one of these judgements back.")
      }
      constraints.different.append((left, right))
    }
    return constraints
  }
}
