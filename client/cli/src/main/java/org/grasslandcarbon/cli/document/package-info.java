// SPDX-License-Identifier: Apache-2.0
/** {@code grassland documents}: files of documents that the ledger names. */
package org.grasslandcarbon.cli.document;
