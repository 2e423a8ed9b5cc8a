import { findFirefox } from "./firefox";
import { testWorkbook } from "./workbook";

testWorkbook("Firefox", findFirefox);
