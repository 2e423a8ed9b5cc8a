import { expect, test } from "vitest";
import { requestFor } from "@/components/open/chart-kinds";
import { openFile } from "@/data/open/session";

async function chosenFor(text: string) {
  const session = await openFile("t.csv", new TextEncoder().encode(text));
  if ("refusal" in session) throw new Error(session.refusal);
  const { kind, measure, of, by, across } = requestFor(session.opened.columns);
  return [kind, measure, of, by, across].filter(Boolean).join(" ");
}

const acled = `event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,iso,country,admin1,latitude,longitude,notes,fatalities,timestamp
AFG1,03 January 2022,2022,1,Battles,Taliban,1,4,Afghanistan,Kabul,34.5,69.1,"Clash near the mill, in which both sides claim to have won the day",4,1700000001
AFG2,03 January 2022,2022,1,Battles,ISKP,2,4,Afghanistan,Kunar,34.8,71.1,"Ambush on a road, of which nothing more is known than that it was",0,1700000002
AFG3,17 March 2023,2023,2,Protests,Taliban,6,4,Afghanistan,Kabul,34.5,69.1,"Protest in front of a school, after which the crowd went home again",0,1700000003
`;
const ged = `id,relid,year,active_year,type_of_violence,side_a,date_prec,date_start,date_end,deaths_a,best,high,low,where_prec,gwnoa
9001,NRL-1,2022,1,1,Norland,1,2022-03-04 00:00:00.000,2022-03-04 00:00:00.000,2,6,9,6,1,700
9002,NRL-2,2023,1,3,Red Brigade,4,2023-04-01 00:00:00.000,2023-04-30 00:00:00.000,0,0,5,0,1,700
9003,NRL-3,2023,1,3,Red Brigade,4,2023-04-01 00:00:00.000,2023-04-30 00:00:00.000,0,3,5,0,2,700
`;
const months = Array.from(
  { length: 14 },
  (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
);

test.each([
  ["an export of events", acled, "groups count event_date"],
  ["events with three estimates", ged, "groups count date_start"],
  [
    "a list in German",
    "Datum;Ort;Art;Tote;Bemerkung\n03.01.2024;Varn;Anschlag;4;am Markt\n17.01.2024;Holm;Überfall;0;\n05.03.2024;Varn;Anschlag;1,5;unklar\n",
    "groups count Datum",
  ],
  [
    "years as columns",
    "Country,Code,2019,2020,2021\nNorland,NRL,1,2,\nHolm,HLM,4,,6\n",
    "years sum Country",
  ],
  [
    "bounds and no date",
    "place,low,best,high\nVarn,1,2,3\nHolm,4,5,6\nOst,5,6,8\n",
    "ranges count column-2 place",
  ],
  [
    "a series of two columns",
    `month,incidents\n${months.map((month, at) => `${month},${at * 7}`).join("\n")}\n`,
    "groups sum incidents month",
  ],
  [
    "a series of shares",
    "month,share\n2022-01,4%\n2022-02,5%\n2022-03,9%\n",
    "groups mean share month",
  ],
  [
    "a panel of years and countries",
    "country,year,attacks\nA,2020,1\nA,2021,2\nA,2022,3\nB,2020,5\nB,2021,6\nB,2022,7\n",
    "groups sum attacks year country",
  ],
  [
    "a row for each place",
    "district,people,share\nVarn,100,9%\nHolm,50,4%\nOst,70,1%\n",
    "groups sum people district",
  ],
  [
    "a row for each place with shares alone",
    "party,share\nNorth,9%\nEast,12%\nSouth,79%\n",
    "groups mean share party",
  ],
])("%s starts with the chart that its reader expects", async (_, text, expected) => {
  expect(await chosenFor(text)).toBe(expected);
});
