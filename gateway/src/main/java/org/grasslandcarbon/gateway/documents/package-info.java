// SPDX-License-Identifier: Apache-2.0
/**
 * Files of the documents that the ledger names by their SHA-256: kept here by that name, checked
 * when they come and whenever they are read, scanned before they can be read, and fetched from
 * other gateways. It decides nothing about who may read: it knows no caller and no record's
 * members.
 */
package org.grasslandcarbon.gateway.documents;
