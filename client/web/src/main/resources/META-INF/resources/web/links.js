// SPDX-License-Identifier: Apache-2.0
// Where on the pages something is that the API names. Lists and records have the same paths below `/` and `/api/v1`.

import { at } from "./format.js";

/** Members that name an item of another list wherever they stand. */
const NAMING = {
  batch: "batches",
  project: "projects",
  projectNumber: "projects",
  report: "reports",
  instrument: "market",
  instruments: "market",
  venue: "venues",
  goal: "goals",
  assessment: "assessments",
  region: "regions",
  participant: "participants",
  owner: "participants",
  holder: "participants",
  holders: "participants",
  certifier: "participants",
  validator: "participants",
  verifier: "participants",
  assessor: "participants",
  laboratory: "laboratories",
  by: "participants",
  approvedBy: "participants",
  issuedBy: "participants",
  admittedBy: "participants",
};

const segment = (value) => encodeURIComponent(value);

/** Rows that are no records are shown by what they are made of. */
const MADE_OF = { beneficiaries: (item) => `/retirements?beneficiaryId=${segment(item.beneficiary)}` };

/** The page of an item of a list; absent where items have none. */
export function addressOf(list, item) {
  if (MADE_OF[list.path]) {
    return MADE_OF[list.path](item);
  }
  const parts = list.id.map((pointer) => at(item, pointer));
  return parts.length === 0 || parts.includes(undefined) ? undefined : `/${list.path}/${parts.map(segment).join("/")}`;
}

/** The page of an address of the API. */
export const pageOf = (address) => address.replace(/^\/api\/v1/, "");

/** The page of what a column's value names; absent where it names nothing that has a page. */
export function namedBy(column, value) {
  const list = column.list ?? NAMING[column.pointer.split("/").at(-1)];
  return list && (typeof value === "string") ? `/${list}/${segment(value)}` : undefined;
}
