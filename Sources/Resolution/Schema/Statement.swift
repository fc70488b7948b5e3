public import Marking

/// One claim of one source about one property of one subject.
///
/// Entities are made of statements: a cluster of subjects is derived from judgements, and taking a judgement back takes the
/// statements apart again, for none of them was ever changed.
public struct Statement: Hashable, Sendable {
  /// The subject as its source names it: a record, not yet an entity.
  public let subject: String
  /// What is claimed of it, such as `surname`.
  public let property: String
  /// The claimed value, as the source wrote it.
  public let value: String
  /// The source.
  public let source: String
  /// The day of the claim, as `2026-03-01`, when it is known.
  public let date: String?
  /// The grade of the claim, when it has one.
  public let grade: Grade?

  /// A claim.
  public init(
    subject: String, property: String, value: String, source: String, date: String? = nil, grade: Grade? = nil
  ) {
    self.subject = subject
    self.property = property
    self.value = value
    self.source = source
    self.date = date
    self.grade = grade
  }
}

/// What is held of one entity: the statements about all the subjects that are judged to be it.
public struct Entity: Hashable, Sendable {
  /// The subjects, in the order in which they first occur.
  public let subjects: [String]
  /// The statements about them, in the order given.
  public let statements: [Statement]

  /// The entities that clusters of subjects make of statements.
  ///
  /// - Parameter cluster: the cluster of each subject; a subject that is not in it is an entity alone.
  public static func entities(of statements: [Statement], cluster: [String: Int]) -> [Entity] {
    var order = [String]()
    var groups = [String: (subjects: [String], statements: [Statement])]()
    for statement in statements {
      let name = cluster[statement.subject].map { "cluster \($0)" } ?? "subject \(statement.subject)"
      if groups[name] == nil { order.append(name) }
      var group = groups[name] ?? ([], [])
      if !group.subjects.contains(statement.subject) { group.subjects.append(statement.subject) }
      group.statements.append(statement)
      groups[name] = group
    }
    return order.compactMap { groups[$0].map { Entity(subjects: $0.subjects, statements: $0.statements) } }
  }
}

extension RecordTable {
  /// The subjects of statements as records, with their properties as columns and the key `subject` first.
  ///
  /// - Throws: `ResolutionFault` when there are too many properties or values.
  public init(
    statements: [Statement], limits: ResolutionLimits = ResolutionLimits()
  ) throws(ResolutionFault) {
    var (subjects, properties) = ([String](), [String]())
    var values = [String: [String: [String]]]()
    for statement in statements {
      if values[statement.subject] == nil { subjects.append(statement.subject) }
      if !properties.contains(statement.property) { properties.append(statement.property) }
      values[statement.subject, default: [:]][statement.property, default: []].append(statement.value)
      guard properties.count < limits.columns else {
        throw ResolutionFault(.tooMany, "There are more than \(limits.columns) properties.")
      }
    }
    self.init(headings: ["subject"] + properties)
    for subject in subjects {
      let row = [subject] + properties.map { (values[subject]?[$0] ?? []).joined(separator: "\u{1F}") }
      for (column, value) in row.enumerated() {
        guard Array(value.utf8).withUnsafeBufferPointer({ put(column, $0) }) else {
          throw ResolutionFault(.tooMany, "A property holds more than 4 GB of values.")
        }
      }
      endRow(filled: row.count)
    }
  }
}
