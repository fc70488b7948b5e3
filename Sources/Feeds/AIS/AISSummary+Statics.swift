extension AISSummary {
  mutating func take(_ data: ShipStaticData) {
    name = data.name.nonEmpty
    callSign = data.callSign.nonEmpty
    imo = data.imoNumber == 0 ? nil : UInt32(data.imoNumber)
    shipType = data.shipType == 0 ? nil : data.shipType
    take(data.toBowMetres, data.toSternMetres, data.toPortMetres, data.toStarboardMetres)
    draughtMetres = data.draughtTenthsMetre == 0 ? nil : Double(data.draughtTenthsMetre) / 10
    destination = data.destination.nonEmpty
    if data.etaMonth != 0 || data.etaDay != 0 {
      var writer = ByteWriter()
      writer.write(twoDigits: data.etaMonth)
      writer.write("-")
      writer.write(twoDigits: data.etaDay)
      writer.write("T")
      writer.write(twoDigits: data.etaHour)
      writer.write(":")
      writer.write(twoDigits: data.etaMinute)
      writer.write("Z")
      eta = String(decoding: writer.bytes, as: UTF8.self)
    }
  }

  mutating func take(_ data: StaticDataReport, nameFromPartA: SixBitName?) {
    if data.isPartA {
      name = data.name.nonEmpty
      return
    }
    if let nameFromPartA, nameFromPartA.length > 0 { name = nameFromPartA.description }
    callSign = data.callSign.nonEmpty
    shipType = data.shipType == 0 ? nil : data.shipType
    if data.isAuxiliaryCraft {
      motherShip = data.motherShip
    } else {
      take(data.toBowMetres, data.toSternMetres, data.toPortMetres, data.toStarboardMetres)
    }
  }

  /// Dimensions; all zero means that they are not available (ITU-R M.1371-5, Annex 8, § 3.3.3).
  mutating func take(_ bow: Int, _ stern: Int, _ port: Int, _ starboard: Int) {
    if bow + stern > 0 {
      lengthMetres = Double(bow + stern)
      toBowMetres = bow
      toSternMetres = stern
    }
    if port + starboard > 0 {
      beamMetres = Double(port + starboard)
      toPortMetres = port
      toStarboardMetres = starboard
    }
  }
}
