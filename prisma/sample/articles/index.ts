import type { SampleArticle } from '../article'
import { article as anselmoProfile } from './anselmo-profile'
import { article as calvaraReaction } from './calvara-reaction'
import { article as carvedOar } from './carved-oar'
import { article as cornmarketTraders } from './cornmarket-traders'
import { article as coxlessFour } from './coxless-four'
import { article as electoralRoll } from './electoral-roll'
import { article as emergencyWing } from './emergency-wing'
import { article as filmFestival } from './film-festival'
import { article as floodBarrier } from './flood-barrier'
import { article as fourPortsExplained } from './four-ports-explained'
import { article as gannetBank } from './gannet-bank'
import { article as highmarchInquiry } from './highmarch-inquiry'
import { article as inspectionsBill } from './inspections-bill'
import { article as lateFrost } from './late-frost'
import { article as lobbyingRegister } from './lobbying-register'
import { article as lostNotebooks } from './lost-notebooks'
import { article as marathonRoute } from './marathon-route'
import { article as mayorBudget } from './mayor-budget'
import { article as nightBuses } from './night-buses'
import { article as printworks } from './printworks'
import { article as rateDecision } from './rate-decision'
import { article as roversSemiFinal } from './rovers-semi-final'
import { article as seamensHall } from './seamens-hall'
import { article as skerraFerry } from './skerra-ferry'
import { article as stadiumLease } from './stadium-lease'
import { article as straitFishing } from './strait-fishing'
import { article as summitDownhill } from './summit-downhill'
import { article as summitRailway } from './summit-railway'
import { article as tannersQuay } from './tanners-quay'
import { article as thorneCalvara } from './thorne-calvara'
import { article as thorneResults } from './thorne-results'
import { article as torrinVolcano } from './torrin-volcano'
import { article as warehouseTrial } from './warehouse-trial'
import { article as waterMain } from './water-main'

/** Every article of the sample newsroom, section by section; the first one leads the front page. */
export const articles: readonly SampleArticle[] = [
  thorneCalvara,
  fourPortsExplained,
  inspectionsBill,
  mayorBudget,
  lobbyingRegister,
  highmarchInquiry,
  electoralRoll,
  floodBarrier,
  tannersQuay,
  warehouseTrial,
  skerraFerry,
  nightBuses,
  emergencyWing,
  waterMain,
  thorneResults,
  gannetBank,
  rateDecision,
  cornmarketTraders,
  lateFrost,
  printworks,
  calvaraReaction,
  straitFishing,
  summitRailway,
  torrinVolcano,
  anselmoProfile,
  seamensHall,
  carvedOar,
  lostNotebooks,
  filmFestival,
  roversSemiFinal,
  summitDownhill,
  coxlessFour,
  stadiumLease,
  marathonRoute,
]
