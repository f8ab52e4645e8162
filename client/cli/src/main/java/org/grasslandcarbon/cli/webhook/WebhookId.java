// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import picocli.CommandLine.Parameters;

/** A subscription that a command is about. */
final class WebhookId {
  @Parameters(
      index = "0",
      paramLabel = "WEBHOOK",
      description = {"订阅编号。", "The subscription's id."})
  private String id;

  String id() {
    return id;
  }
}
