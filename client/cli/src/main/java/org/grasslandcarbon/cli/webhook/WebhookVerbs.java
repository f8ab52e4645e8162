// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.console.RecordLines;
import tools.jackson.databind.JsonNode;

/** What can be done with subscriptions. */
public final class WebhookVerbs {
  /** What can be said of one; the rest is what has become of it. */
  private static final List<String> WANTED =
      List.of("action", "instrument", "kind", "own", "project", "url");

  private WebhookVerbs() {}

  /** The commands that stand at the place. */
  public static List<Object> all() {
    return List.of(
        new WebhookCreate(),
        new WebhookList(),
        new WebhookChange(),
        new WebhookPause(),
        new WebhookResume(),
        new WebhookDelete(),
        new WebhookDead(),
        new WebhookResend(),
        new WebhookRotate(),
        new WebhookVerify());
  }

  /** What is wanted of a subscription as it is. */
  static Map<String, Object> wanted(JsonNode webhook) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    for (String member : WANTED) {
      if (webhook.has(member)) {
        wanted.put(member, webhook.path(member));
      }
    }
    return wanted;
  }

  /** Shows a subscription as it now is. */
  static void show(Session session, JsonNode webhook) {
    if (session.isForPrograms()) {
      session.document(webhook);
    } else {
      RecordLines.of(webhook, session.language()).forEach(session::line);
    }
  }
}
