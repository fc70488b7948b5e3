extension AsterixTables {
  /// ADS-B target reports: category 021, edition 2.6.
  static let category021 = """
    category 021 edition 2.6
    profile 010 040 161 015 071 130 131 072 150 151 080 073 074 075 076 140 090 210 070 230 145 152 200 155 157 160 165
      077 170 020 220 146 148 110 016 008 271 132 250 260 400 295 - - - - - RE SP
    report time:071,073,077 latitude:131/LAT,130/LAT longitude:131/LON,130/LON track:161/TRNUM code:070/MODE3A level:145
      address:080 callSign:170 speed:160/GS course:160/TA
    008 (RA:1t TC:2t TS:1t ARV:1t CDTIA:1t NOTTCAS:1t SA:1t)  # Aircraft Operational Status
    010 (SAC:8 SIC:8)  # Data Source Identification
    015 8  # Service Identification
    016 8u*1/2"s"  # Service Management
    020 8t  # Emitter Category
    040 {  # Target Report Descriptor
      ATP:3t ARC:2t RC:1t RAB:1t - DCR:1t GBS:1t SIM:1t TST:1t SAA:1t CL:2t - .1 LLC:1t IPC:1t NOGO:1t CPR:1t LDPJ:1t
      RCF:1t - TBC:(EP:1t VAL:6u) - MBC:(EP:1t VAL:6u) -}
    070 (.4 MODE3A:12o)  # Mode 3/A Code in Octal Representation
    071 24u*1/2^7"s"  # Time of Applicability for Position
    072 24u*1/2^7"s"  # Time of Applicability for Velocity
    073 24u*1/2^7"s"  # Time of Message Reception for Position
    074 (FSI:2t TOMRP:30u*1/2^30"s")  # Time of Message Reception of Position-High Precision
    075 24u*1/2^7"s"  # Time of Message Reception for Velocity
    076 (FSI:2t TOMRP:30u*1/2^30"s")  # Time of Message Reception of Velocity-High Precision
    077 24u*1/2^7"s"  # Time of ASTERIX Report Transmission
    080 24h  # Target Address
    090 {NUCRNACV:3 NUCPNIC:4 - NICBARO:1 SIL:2 NACP:4 - .2 SILS:1t SDA:2 GVA:2 - PIC:4 .3 -}  # Quality Indicators
    110 [  # Trajectory Intent
      TIS:{NAV:1t NVB:1t .5 -} TID:1*(TCA:1t NC:1t TCPN:6 ALT:16s*10"ft" LAT:24s*180/2^23"°" LON:24s*180/2^23"°" PT:4t
      TD:2t TRA:1t TOA:1t TOV:24u*1"s" TTR:16u*1/100"NM")]
    130 (LAT:24s*180/2^23"°" LON:24s*180/2^23"°")  # Position in WGS-84 Coordinates
    131 (LAT:32s*180/2^30"°" LON:32s*180/2^30"°")  # High-Resolution Position in WGS-84 Coordinates
    132 8s*1"dBm"  # Message Amplitude
    140 16s*25/2^2"ft"  # Geometric Height
    145 16s*1/2^2"FL"  # Flight Level
    146 (SAS:1t S:2t ALT:13s*25"ft")  # Selected Altitude
    148 (MV:1t AH:1t AM:1t ALT:13s*25"ft")  # Final State Selected Altitude
    150 (IM:1t AS:15c(IM;u*1/2^14"NM/s";u*1/1000"Mach"))  # Air Speed
    151 (RE:1t TAS:15u*1"kt")  # True Airspeed
    152 16u*360/2^16"°"  # Magnetic Heading
    155 (RE:1t BVR:15s*25/2^2"ft/min")  # Barometric Vertical Rate
    157 (RE:1t GVR:15s*25/2^2"ft/min")  # Geometric Vertical Rate
    160 (RE:1t GS:15u*1/2^14"NM/s" TA:16u*360/2^16"°")  # Airborne Ground Vector
    161 (.4 TRNUM:12)  # Track Number
    165 (.6 TAR:10s*1/2^5"°/s")  # Track Angle Rate
    170 48i  # Target Identification
    200 (ICF:1t LNAV:1t ME:1t PS:3t SS:2t)  # Target Status
    210 (.1 VNS:1t VN:3t LTT:3t)  # MOPS Version
    220 [WS:16u*1"kt" WD:16u*1"°" TMP:16s*1/2^2"°C" TRB:8u]  # Met Information
    230 16s*1/100"°"  # Roll Angle
    250 1*(MBDATA:56b BDS1:4 BDS2:4)  # Mode S MB Data
    260 (TYP:5 STYP:3 ARA:14 RAC:4 RAT:1 MTE:1 TTI:2 TID:26)  # ACAS Resolution Advisory Report
    271 {.2 POA:1t CDTIS:1t B2LOW:1t RAS:1t IDENT:1t - LW:4 .3 -}  # Surface Capabilities and Characteristics
    295 [  # Data Ages
      AOS:8u*1/10"s" TRD:8u*1/10"s" M3A:8u*1/10"s" QI:8u*1/10"s" TI1:8u*1/10"s" MAM:8u*1/10"s" GH:8u*1/10"s"
      FL:8u*1/10"s" SAL:8u*1/10"s" FSA:8u*1/10"s" AS:8u*1/10"s" TAS:8u*1/10"s" MH:8u*1/10"s" BVR:8u*1/10"s"
      GVR:8u*1/10"s" GV:8u*1/10"s" TAR:8u*1/10"s" TI2:8u*1/10"s" TS:8u*1/10"s" MET:8u*1/10"s" ROA:8u*1/10"s"
      ARA:8u*1/10"s" SCC:8u*1/10"s"]
    400 8  # Receiver ID
    RE !re  # Reserved Expansion Field
    SP !sp  # Special Purpose Field
    """
}
