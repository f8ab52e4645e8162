// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.webhook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An act as a CloudEvent 1.0 in structured JSON. Its id is the instruction's, so that whoever is
 * sent it twice, by this gateway or another one, knows it again.
 */
final class CloudEvent {
  static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";

  private static final String TYPE = "org.grasslandcarbon.";

  private CloudEvent() {}

  /**
   * The event of an act.
   *
   * @param gateway the name of this gateway
   * @param act what its owner is told of it
   */
  static byte[] of(String gateway, ObjectNode act) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("specversion", "1.0");
    event.set("id", act.path("id"));
    event.put("source", "/gateways/" + URLEncoder.encode(gateway, StandardCharsets.UTF_8));
    event.put("type", TYPE + act.path("action").asString() + "." + outcome(act));
    event.set("time", act.path("at"));
    JsonNode first = act.path("references").path(0);
    if (first.isObject()) {
      event.put("subject", first.path("type").asString() + "/" + first.path("id").asString());
    }
    event.put("datacontenttype", "application/json");
    event.set("data", act);
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String outcome(ObjectNode act) {
    return act.path("outcome").asString().toLowerCase(java.util.Locale.ROOT);
  }
}
