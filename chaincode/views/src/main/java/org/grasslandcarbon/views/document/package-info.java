// SPDX-License-Identifier: Apache-2.0
/**
 * Which members of the ledger's records name documents, of what kinds these are and who may read
 * the files. It knows no file, no gateway and no way to fetch one.
 */
package org.grasslandcarbon.views.document;
