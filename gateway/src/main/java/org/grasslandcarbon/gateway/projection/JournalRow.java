// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import tools.jackson.databind.JsonNode;

/**
 * A journal entry of a block.
 *
 * @param row the record
 * @param tree the same, read
 * @param transactionId the transaction that wrote it
 */
record JournalRow(RecordRow row, JsonNode tree, String transactionId) {
  String member(String name) {
    return tree.path(name).asString("");
  }
}
