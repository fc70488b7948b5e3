extension GpsdWriter {
  func write(_ data: DangerousVoyage, to out: inout ByteWriter) {
    out.field(",\"lastport\":", data.lastPort)
    write(
      ",\"departure\":\"", data.departureMonth, data.departureDay, data.departureHour, data.departureMinute, to: &out)
    out.field("Z\",\"nextport\":", data.nextPort)
    write(",\"eta\":\"", data.arrivalMonth, data.arrivalDay, data.arrivalHour, data.arrivalMinute, to: &out)
    out.field("Z\",\"dangerous\":", data.dangerousGoods)
    out.field(",\"imdcat\":", data.category)
    out.field(",\"unid\":", data.unNumber)
    out.field(",\"amount\":", data.amount)
    out.field(",\"unit\":", data.amountUnit)
  }

  func write(_ data: FairwayClosed, to out: inout ByteWriter) {
    out.field(",\"reason\":", data.reason)
    out.field(",\"closefrom\":", data.closedFrom)
    out.field(",\"closeto\":", data.closedTo)
    out.field(",\"radius\":", data.radius)
    out.field(",\"extunit\":", data.radiusUnit)
    write(",\"from\":\"", data.fromMonth, data.fromDay, data.fromHour, data.fromMinute, to: &out)
    write("\",\"to\":\"", data.toMonth, data.toDay, data.toHour, data.toMinute, to: &out)
    out.write("\"")
  }

  func write(_ data: TidalWindow, to out: inout ByteWriter) {
    out.field(",\"month\":", data.month)
    out.field(",\"day\":", data.day)
    out.write(",\"tidals\":[")
    for index in 0..<data.count {
      let point = data[index]
      out.write(index == 0 ? "{" : ",{")
      out.field("\"lon\":", degrees: point.longitude, decimals: 6)
      out.field(",\"lat\":", degrees: point.latitude, decimals: 6)
      out.field(",\"from_hour\":", point.fromHour)
      out.field(",\"from_min\":", point.fromMinute)
      out.field(",\"to_hour\":", point.toHour)
      out.field(",\"to_min\":", point.toMinute)
      out.field(",\"cdir\":", point.currentDegrees)
      out.field(",\"cspeed\":", tenths: point.currentTenthsKnot)
      out.write("}")
    }
    out.write("]")
  }

  func write(_ data: SyntheticTargets, to out: inout ByteWriter) {
    out.write(",\"targets\":[")
    for index in 0..<data.count {
      let target = data[index]
      let kind = GpsdWords.targetIdentifier[target.identifierKind & 3]
      out.write(index == 0 ? "{" : ",{")
      out.field("\"idtype\":", target.identifierKind)
      out.field(",\"idtype_text\":", words: kind)
      out.write(",\"")
      out.write(kind)
      out.write("\":\"")
      if target.identifierKind < 2 {
        out.write(target.identifierNumber)
      } else {
        out.write(escaped: target.identifierText)
      }
      out.field("\",\"lat\":", degrees: target.latitudeThousandthMinutes, decimals: 6)
      out.field(",\"lon\":", degrees: target.longitudeThousandthMinutes, decimals: 6)
      out.field(",\"course\":", target.courseDegrees)
      out.field(",\"second\":", target.utcSecond)
      out.field(",\"speed\":", target.speedKnots)
      out.write("}")
    }
    out.write("]")
  }

  func write(_ data: PortClearance, to out: inout ByteWriter) {
    out.field(",\"linkage\":", data.linkage)
    write(",\"arrival\":\"", data.month, data.day, data.hour, data.minute, to: &out)
    out.field("Z\",\"portname\":", data.port)
    out.field(",\"destination\":", data.destination)
    out.field(",\"lon\":", degrees: data.longitudeThousandthMinutes, decimals: 6)
    out.field(",\"lat\":", degrees: data.latitudeThousandthMinutes, decimals: 6)
  }

  func write(_ data: TrafficSignal, to out: inout ByteWriter) {
    out.field(",\"linkage\":", data.linkage)
    out.field(",\"station\":", data.station)
    out.field(",\"lon\":", degrees: data.longitudeThousandthMinutes, decimals: 6)
    out.field(",\"lat\":", degrees: data.latitudeThousandthMinutes, decimals: 6)
    out.field(",\"status\":", data.status)
    out.field(",\"signal\":", data.signal)
    out.field(",\"signal_text\":", words: signalWords(data.signal))
    out.field(",\"hour\":", data.nextHour)
    out.field(",\"minute\":", data.nextMinute)
    out.field(",\"nextsignal\":", data.nextSignal)
    out.field(",\"nextsignal_text\":", words: signalWords(data.nextSignal))
  }

  private func signalWords(_ code: Int) -> StaticString {
    GpsdWords.word(code, in: GpsdWords.trafficSignal, otherwise: "INVALID SIGNAL TYPE")
  }

  func write(_ data: DangerousCargo, to out: inout ByteWriter) {
    out.field(",\"unit\":", data.amountUnit)
    out.field(",\"amount\":", data.amount)
    out.write(",\"cargos\":[")
    for index in 0..<data.count {
      out.write(index == 0 ? "{" : ",{")
      out.field("\"code\":", data.code(index))
      out.field(",\"subtype\":", data.subtype(index))
      out.write("}")
    }
    out.write("]")
  }

  func write(_ data: RouteInformation, to out: inout ByteWriter) {
    out.field(",\"linkage\":", data.linkage)
    out.field(",\"sender\":", data.sender)
    out.field(",\"rtype\":", data.routeType)
    out.field(",\"rtype_text\":", words: GpsdWords.routeType(data.routeType))
    write(",\"start\":\"", data.month, data.day, data.hour, data.minute, to: &out)
    out.field("Z\",\"duration\":", data.durationMinutes)
    out.write(",\"waypoints\":[")
    for index in 0..<data.count {
      out.write(index == 0 ? "{" : ",{")
      out.field("\"lon\":", degrees: data.longitudeTenThousandthMinutes(index), decimals: 7)
      out.field(",\"lat\":", degrees: data.latitudeTenThousandthMinutes(index), decimals: 7)
      out.write("}")
    }
    out.write("]")
  }
}
