// Everything here only makes pages quicker or handier; all of them work without it.
import { installCopying } from "./copying.js";
import { installExchanging } from "./exchanging.js";
import { installFilters } from "./filters.js";
import { installHistogram } from "./histogram.js";
import { installHistory } from "./history.js";
import { installKeys } from "./keys.js";
import { installMuting } from "./muting.js";
import { installStepping } from "./stepping.js";
import { installTargets } from "./targets.js";
import { installThemeToggle } from "./theme-toggle.js";

installCopying();
installExchanging();
installFilters();
installHistogram();
installHistory();
installKeys();
installMuting();
installStepping();
installTargets();
installThemeToggle();
