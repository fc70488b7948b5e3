import Geodesy
import Ledger
import Marking

/// Names an area of the watch, or says anew what it is.
package struct ChangePlace: Command, Sendable, Hashable {
  static let act = Act.append
  static let kind = ObjectKind.log

  package var place: WatchPlace

  package init(_ place: WatchPlace) { self.place = place }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    try PlaceText.check(id: place.id)
    guard !place.name.isEmpty, place.name.utf8.count <= WatchPlace.longestNameBytes else {
      throw OperationsError(.invalid, "A place has a name of at most \(WatchPlace.longestNameBytes) bytes.")
    }
    _ = try LogText.checked(place.name, ground.limits)
    if let fault = WatchPlace.fault(of: place.polygon) {
      throw OperationsError(.invalid, "The corners do not bound a place: \(fault.rawValue).")
    }
    let known = try PlaceView.read(in: ground.views)
    guard known.contains(where: { $0.id == place.id }) || known.count < WatchPlace.most else {
      throw OperationsError(.limit, "A watch names at most \(WatchPlace.most) places.")
    }
    let fact = PlaceChanged(place: place.id, name: place.name, use: place.use, corners: place.polygon.ring)
    return [try EntryDraft(fact, about: ground.now, marking: ground.marking(.official))]
  }
}

/// Takes a place out, for a reason.
package struct RemovePlace: Command, Sendable, Hashable {
  static let act = Act.append
  static let kind = ObjectKind.log

  package var place: WatchPlace
  package var reason: String

  package init(_ place: WatchPlace, reason: String) {
    self.place = place
    self.reason = reason
  }

  func entries(_ ground: Ground) throws -> [EntryDraft] {
    try PlaceText.check(id: place.id)
    let reason = try LogText.checked(reason, ground.limits)
    let known = try PlaceView.read(in: ground.views).first { $0.id == place.id }
    // One that came with the chart stands in no view until somebody has spoken of it.
    guard known.map({ !$0.isRemoved }) ?? place.id.hasPrefix(WatchPlace.chartPrefix) else {
      throw OperationsError(.notFound, "There is no such place.")
    }
    let fact = PlaceRemoved(place: place.id, name: place.name, use: place.use, corners: place.polygon.ring)
    return [
      try EntryDraft(
        fact, about: ground.now, marking: ground.marking(.official), sealed: [LogText.part(reason, about: [])])
    ]
  }
}

/// The rules for the names of places in addresses.
enum PlaceText {
  static let longestIDBytes = 64

  static func check(id: String) throws {
    let isPlain = id.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
    }
    guard !id.isEmpty, id.utf8.count <= longestIDBytes, isPlain else {
      throw OperationsError(.notFound, "There is no such place.")
    }
  }
}
