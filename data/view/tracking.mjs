/**
 * Keys that mail programs, networks and campaigns add to a link on its way to the reader. They say
 * where he came from and nothing of what he asked for, so they are dropped without a word and not
 * passed on. One list; by whom a key is added is its reason. Plain JavaScript, since the server reads it
 * as it is, without a build.
 * @type {{ readonly [by: string]: readonly string[] }}
 */
const added = {
  "Google Ads and Search": [
    ..."gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid".split(" "),
  ],
  "Google Analytics, across sites": ["_ga", "_gl", "_gac", "_up"],
  "Meta: Facebook, Instagram": ["fbclid", "igshid", "igsh", "mibextid", "fb_action_ids"],
  "Microsoft Advertising": ["msclkid"],
  "X, formerly Twitter": ["twclid", "ref_src", "ref_url"],
  "TikTok, LinkedIn, Pinterest, Snapchat, Reddit": [
    ..."ttclid li_fat_id trk epik ScCid sccid rdt_cid".split(" "),
  ],
  Yandex: ["yclid", "ymclid", "ysclid", "_openstat"],
  Mailchimp: ["mc_cid", "mc_eid", "mc_tc"],
  "HubSpot, Marketo, Klaviyo, Vero, Drip, Omeda and other mail": [
    ..."_hsenc _hsmi __hssc __hstc __hsfp hsCtaTracking mkt_tok _kx vero_id vero_conv __s".split(
      " ",
    ),
    ..."oly_enc_id oly_anon_id ml_subscriber ml_subscriber_hash ck_subscriber_id _bta_tid".split(
      " ",
    ),
    ..."_bta_c wickedid ceid".split(" "),
  ],
  "Adobe, Outbrain, Branch and other advertising": [
    ..."s_cid s_kwcid ef_id dicbo irclickid rb_clickid cmpid ncid _branch_match_id".split(" "),
  ],
};

/** What such keys begin with, where there are many of a kind. @type {readonly string[]} */
const prefixes = [
  // Campaigns, in the words of Google Analytics, of Matomo and its predecessor, and of HubSpot Ads.
  ..."utm_ mtm_ matomo_ pk_ piwik_ hsa_".split(" "),
  // Campaigns of AT Internet and of Salesforce.
  ..."at_campaign at_medium at_custom sfmc_".split(" "),
  // The page as Google Translate hands it on.
  "_x_tr_",
];

const names = new Set(Object.values(added).flatMap((keys) => keys.map((key) => key.toLowerCase())));

/** True of a key that somebody on the way added, in upper or lower case. @param {string} key */
export function isTracking(key) {
  const name = key.toLowerCase();
  return names.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
}

/**
 * A key as it was before a program wrote the "&" before it as "&amp;", once or more often.
 * @param {string} key
 */
export function mendKey(key) {
  return key.replace(/^(?:amp;)+/, "");
}

/** The query as the reader meant it. @param {URLSearchParams} query */
export function withoutTracking(query) {
  const mended = [...query].map(([key, value]) => [mendKey(key), value]);
  return new URLSearchParams(mended.filter(([key = ""]) => !isTracking(key)));
}
