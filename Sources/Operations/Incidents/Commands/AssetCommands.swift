import Geodesy
import Ledger

/// Declares what can be sent, or changes what is known of it.
package struct DeclareAsset: RescueRule, Sendable, Hashable {
  package var asset: DeclaredAsset

  package init(_ asset: DeclaredAsset) { self.asset = asset }

  /// Faster than anything that is sent, in knots; longer than it stays out, in minutes; later than it leaves, in minutes.
  static let greatest = (speedKnots: 400.0, enduranceMinutes: 43_200.0, readinessMinutes: 10_080.0)

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    var asset = asset
    asset.name = try checkedName(asset.name, "The asset's name", ground.limits)
    asset.agency = try checkedName(asset.agency, "The agency", ground.limits)
    guard (0...Self.greatest.speedKnots).contains(asset.speedKnots) else {
      throw OperationsError(.invalid, "A speed lies between 0 and \(Int(Self.greatest.speedKnots)) knots.")
    }
    guard (0...Self.greatest.enduranceMinutes).contains(asset.enduranceMinutes),
      (0...Self.greatest.readinessMinutes).contains(asset.readinessMinutes)
    else { throw OperationsError(.invalid, "Endurance and readiness are minutes, of days at most.") }
    guard (0...ContactStatement.mostPeople).contains(asset.capacity) else {
      throw OperationsError(.invalid, "The capacity lies between 0 and \(ContactStatement.mostPeople) people.")
    }
    if let latitude = asset.latitude, let longitude = asset.longitude {
      guard Position(latitudeDegrees: latitude, longitudeDegrees: longitude) != nil else {
        throw OperationsError(.invalid, "There is no such position.")
      }
    }
    if let track = asset.track, !LogText.isTrackIdentifier(track) {
      throw OperationsError(.invalid, "A track is named like 235012345.")
    }
    guard book.assets[asset.name] != asset else { return [] }
    return [try ground.draft(AssetDeclared(asset: asset))]
  }
}

/// Sends an asset to the boat of an incident.
package struct TaskAsset: RescueRule, Sendable, Hashable {
  package var incident: String
  package var asset: String
  package var order: TaskOrder
  package var text: String?

  package init(_ incident: String, asset: String, _ order: TaskOrder, text: String? = nil) {
    self.incident = incident
    self.asset = asset
    self.order = order
    self.text = text
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    let known = try book.incident(incident)
    guard book.assets[asset] != nil else { throw OperationsError(.notFound, "There is no such asset.") }
    let task = "\(incident)-\(try ground.code())T\(known.tasks.count + 1)"
    return [
      try ground.draft(AssetTasked(incident: incident, task: task, asset: asset, order: order), text: text)
    ]
  }
}

/// Says how far a task has come.
package struct MoveTask: RescueRule, Sendable, Hashable {
  package var incident: String
  package var task: String
  package var stage: TaskStage
  package var text: String?

  package init(_ incident: String, _ task: String, _ stage: TaskStage, text: String? = nil) {
    self.incident = incident
    self.task = task
    self.stage = stage
    self.text = text
  }

  func entries(_ ground: Ground, _ book: RescueBook) throws -> [EntryDraft] {
    guard let known = try book.incident(incident).tasks.first(where: { $0.id == task }) else {
      throw OperationsError(.notFound, "There is no such task.")
    }
    guard known.stage != stage else { return [] }
    guard known.stage.isOpen else { throw OperationsError(.conflict, "The task has ended: \(known.stage.rawValue).") }
    return [try ground.draft(TaskMoved(incident: incident, task: task, stage: stage), text: text)]
  }
}
