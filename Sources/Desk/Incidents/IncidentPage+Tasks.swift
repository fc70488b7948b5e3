import Geodesy
import Operations
import Rescue

extension IncidentPageView {
  /// What was sent, and what could be, by when it would be there.
  var tasks: HTML {
    let sent = boat.tasks.map { task -> HTML in
      let stages = TaskStage.allCases.filter { $0 != .ordered && $0 != task.stage }
        .map { (value: $0.rawValue, text: strings["rescue.stage.\($0.rawValue)"]) }
      let owner = boat.incidents.first { $0.tasks.contains { $0.id == task.id } }?.id ?? boat.id
      let move: HTML =
        moment == nil && task.stage.isOpen
        ? pieces.line(
          "/incidents/\(owner)/move", task.id, button: "rescue.move",
          [
            pieces.value("task", task.id), pieces.choice("stage", task.id, label: "rescue.stage", stages),
          ]) : .empty
      return """
        <tr><th scope="row">\(task.asset)</th><td>\(strings["rescue.order.\(task.order.rawValue)"])</td>
        <td>\(strings["rescue.stage.\(task.stage.rawValue)"])</td>
        <td class="time">\(text.age(of: task.moved, now: now))</td><td>\(task.text ?? "")</td><td>\(move)</td></tr>

        """
    }
    let ranked = assets.prefix(Self.mostAssets).map(row)
    let reach: HTML =
      ranked.isEmpty
      ? "<p class=\"muted\">\(strings["rescue.assets.none"])</p>"
      : """
      <div class="table-scroll"><table class="data"><caption>\(strings["rescue.assets.caption"])</caption><tbody>\(ranked)</tbody></table></div>
      """
    return """
      <section class="card"><h2>\(strings["rescue.tasks"])</h2>
      <div class="table-scroll"><table class="data"><tbody>\(sent)</tbody></table></div>
      \(reach)</section>
      """
  }

  /// Assets shown; the whole list is on the page of assets.
  static let mostAssets = 12

  private func row(_ asset: RankedAsset) -> HTML {
    let orders = TaskOrder.allCases.map { (value: $0.rawValue, text: strings["rescue.order.\($0.rawValue)"]) }
    let send: HTML =
      moment == nil && boat.isOpen
      ? pieces.line(
        "\(path)/task", "task-\(asset.declared.name)", button: "rescue.send",
        [
          pieces.value("asset", asset.declared.name),
          pieces.choice("order", "task-\(asset.declared.name)", label: "rescue.order", orders, chosen: "recover"),
        ]) : .empty
    return """
      <tr><th scope="row">\(asset.declared.name)</th>
      <td>\(strings["rescue.asset.\(asset.declared.kind.rawValue)"]) · \(asset.declared.agency)</td>
      <td>\(words(asset.answer))</td>
      <td class="number">\(strings("rescue.capacity", ["people": "\(asset.declared.capacity)"]))</td><td>\(send)</td></tr>

      """
  }

  private func words(_ answer: InterceptAnswer?) -> String {
    guard let answer else { return strings["rescue.reach.unknown"] }
    var parts: [String] = []
    if case .doesNotReach(_, let reason, _) = answer { parts.append(strings["rescue.reach.\(reason.code)"]) }
    if let way = answer.interception {
      parts.append(
        strings(
          "rescue.reach",
          [
            "minutes": RescueText.duration(Int((way.seconds / 60).rounded())),
            "miles": "\(Int((way.distanceMetres / 1852).rounded()))", "course": "\(Int(way.courseDegrees.rounded()))",
          ]))
      parts += way.remarks.map { strings["rescue.remark.\($0.rawValue)"] }.sorted()
    }
    return parts.joined(separator: " · ")
  }
}
