import { findWebKit } from "./webkit";
import { testWorkbook } from "./workbook";

testWorkbook("WebKit", findWebKit);
