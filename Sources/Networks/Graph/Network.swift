/// A network as it was read: who is in it, how they are linked, and what was made of doubtful rows.
public struct Network: Sendable {
  /// The names of the nodes.
  public var names: NodeNames
  /// The links as they were reported.
  public var links: LinkTable
  /// The names of kinds of links, by their number less one.
  public var kindNames: [String]
  /// What was read and what was made of it.
  public var notes: ReadingNotes

  /// A network of parts.
  public init(names: NodeNames, links: LinkTable, kindNames: [String] = [], notes: ReadingNotes = ReadingNotes()) {
    (self.names, self.links, self.kindNames, self.notes) = (names, links, kindNames, notes)
  }

  /// Who is joined to whom.
  ///
  /// - Parameters:
  ///   - kinds: the names of kinds that count; nil for all.
  ///   - from: only links at this second since 1970 or later; a link without a time is then left out.
  ///   - until: only links before this second.
  public func graph(
    isDirected: Bool = false, kinds: Set<String>? = nil, from: Int64? = nil, until: Int64? = nil
  ) -> Graph {
    guard kinds != nil || from != nil || until != nil else {
      return Graph(nodeCount: names.count, links: links, isDirected: isDirected)
    }
    let taken = kinds.map { kinds in [kinds.contains("")] + kindNames.map(kinds.contains) }
    return Graph(nodeCount: names.count, links: links, isDirected: isDirected) { link in
      if let taken, !taken[links.kinds.isEmpty ? 0 : Int(links.kinds[link])] { return false }
      guard from != nil || until != nil else { return true }
      guard let time = links.time(of: link) else { return false }
      return time >= from ?? .min && time < until ?? .max
    }
  }
}
