extension AsterixTables {
  /// Monoradar surface movement data: surface movement radars and multilateration: category 010, edition 1.1.
  static let category010 = """
    category 010 edition 1.1
    profile 010 000 020 140 041 040 042 200 202 161 170 060 220 245 250 300 090 091 270 550 310 500 280 131 210 - SP RE
    report time:140 range:040/RHO azimuth:040/TH latitude:041/LAT longitude:041/LON east:042/X north:042/Y track:161/TRK
      code:060/MODE3A codeGarbled:060/G level:090/FL levelGarbled:090/G address:220 callSign:245/CHR
      speed:200/GSP course:200/TRA eastSpeed:202/VX northSpeed:202/VY
    000 8t  # Message Type
    010 (SAC:8 SIC:8)  # Data Source Identifier
    020 {  # Target Report Descriptor
      TYP:3t DCR:1t CHN:1t GBS:1t CRT:1t - SIM:1t TST:1t RAB:1t LOP:2t TOT:2t - SPI:1t .6 -}
    040 (RHO:16u*1"m" TH:16u*360/2^16"°")  # Measured Position in Polar Coordinates
    041 (LAT:32s*180/2^31"°" LON:32s*180/2^31"°")  # Position in WGS-84 Coordinates
    042 (X:16s*1"m" Y:16s*1"m")  # Position in Cartesian Coordinates
    060 (V:1t G:1t L:1t .1 MODE3A:12o)  # Mode-3/A Code in Octal Representation
    090 (V:1t G:1t FL:14s*1/2^2"FL")  # Flight Level in Binary Representation
    091 16s*25/2^2"ft"  # Measured Height
    131 8  # Amplitude of Primary Plot
    140 24u*1/2^7"s"  # Time of Day
    161 (.4 TRK:12)  # Track Number
    170 {CNF:1t TRE:1t CST:2t MAH:1t TCC:1t STH:1t - TOM:2t DOU:3t MRS:2t - GHO:1t .6 -}  # Track Status
    200 (GSP:16u*1/2^14"NM/s" TRA:16u*360/2^16"°")  # Calculated Track Velocity in Polar Coordinates
    202 (VX:16s*1/2^4"m/s" VY:16s*1/2^4"m/s")  # Calculated Track Velocity in Cartesian Coordinates
    210 (AX:8s*1/2^4"m/s²" AY:8s*1/2^4"m/s²")  # Calculated Acceleration
    220 24h  # Target Address
    245 (STI:2t .6 CHR:48i)  # Target Identification
    250 1*(MBDATA:56b BDS1:4 BDS2:4)  # Mode S MB Data
    270 {LENGTH:7u*1"m" - ORIENTATION:7u*360/2^7"°" - WIDTH:7u*1"m" -}  # Target Size and Orientation
    280 1*(DRHO:8s*1"m" DTHETA:8s*3/20"°")  # Presence
    300 8t  # Vehicle Fleet Identification
    310 (TRB:1t MSG:7t)  # Pre-programmed Message
    500 (DEVX:8u*1/2^2"m" DEVY:8u*1/2^2"m" COVXY:16s*1/2^2"m")  # Standard Deviation of Position
    550 (NOGO:2t OVL:1t TSV:1t DIV:1t TTF:1t .2)  # System Status
    RE !re  # Reserved Expansion Field
    SP !sp  # Special Purpose Field
    """
}
