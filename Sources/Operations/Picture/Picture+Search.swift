import Geodesy
package import Tracking

extension Picture {
  /// The tracks held now whose name, call sign, MMSI or IMO number answers to a text, the best first.
  ///
  /// A number matches from its start, a name anywhere; blanks, case and punctuation do not count.
  /// - Returns: at most `limit` tracks, and whether there were more.
  package func search(_ text: String, limit: Int) -> (found: [Track], more: Bool) {
    let wanted = Self.folded(text.prefix(limits.searchCharacters))
    guard !wanted.isEmpty else { return ([], false) }
    let scored = tracks.compactMap { track in Self.score(track, wanted).map { (track: track, score: $0) } }
    let sorted = scored.sorted { first, second in
      (first.score, first.track.statics.name?.value ?? "~", first.track.id.text)
        < (second.score, second.track.statics.name?.value ?? "~", second.track.id.text)
    }
    return (sorted.prefix(limit).map(\.track), sorted.count > limit)
  }

  /// How well a track answers, 0 the best; nil when it does not.
  private static func score(_ track: Track, _ wanted: String) -> Int? {
    let name = folded(track.statics.name?.value ?? "")
    let callSign = folded(track.statics.callSign?.value ?? "")
    let mmsi = String(track.mmsi)
    let imo = track.statics.imo.map { String($0.value) } ?? ""
    if [name, callSign, mmsi, imo].contains(wanted) { return 0 }
    if name.hasPrefix(wanted) { return 1 }
    if callSign.hasPrefix(wanted) || mmsi.hasPrefix(wanted) || imo.hasPrefix(wanted) { return 2 }
    return name.contains(wanted) ? 3 : nil
  }

  private static func folded(_ text: some StringProtocol) -> String {
    String(text.uppercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
  }
}
