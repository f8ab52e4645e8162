// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.client;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.grasslandcarbon.client.Gateways.Answer;
import org.grasslandcarbon.domain.json.Codec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A participant's subscriptions at one gateway, the first that the client has: they are on no
 * ledger, so that another gateway has others. Nothing is tried a second time, since a subscription
 * that is made twice is two.
 */
public final class Webhooks {
  private static final String ADDRESS = "/webhooks";
  private static final String JSON = "application/json, application/problem+json";

  private final Gateways gateways;
  private final Reading reading;

  /**
   * @param reading signs the tokens
   */
  Webhooks(Gateways gateways, Reading reading) {
    this.gateways = gateways;
    this.reading = reading;
  }

  /**
   * Makes a subscription.
   *
   * @param wanted {@code url}, and filters if there are any
   * @return the subscription as {@code webhook}, and its {@code secret}, which is not told again
   */
  public JsonNode create(Map<String, Object> wanted) {
    return change("POST", ADDRESS, Codec.text(wanted));
  }

  /** The participant's subscriptions. */
  public List<JsonNode> list() {
    return change("GET", ADDRESS, "").path("items").valueStream().toList();
  }

  /** One of them. */
  public JsonNode show(String id) {
    return change("GET", at(id), "");
  }

  /** Says anew all that can be said of one: {@code url}, filters, and whether it is paused. */
  public JsonNode replace(String id, Map<String, Object> wanted) {
    return change("PUT", at(id), Codec.text(wanted));
  }

  /** Ends a subscription. */
  public void delete(String id) {
    change("DELETE", at(id), "");
  }

  /** Makes a new {@code secret}; the one before signs as well for a day. */
  public JsonNode rotate(String id) {
    return change("POST", at(id) + "/secrets", "");
  }

  /** Deliveries that were given up. */
  public List<JsonNode> dead(String id) {
    return change("GET", at(id) + "/dead-letters", "").path("items").valueStream().toList();
  }

  /** Has one of them sent again. */
  public JsonNode resend(String id, String act) {
    return change("POST", at(id) + "/dead-letters/" + Reading.encoded(act), "");
  }

  private static String at(String id) {
    return ADDRESS + "/" + Reading.encoded(id);
  }

  private JsonNode change(String method, String path, String body) {
    URI gateway = gateways.addresses().get(0);
    Answer answer;
    try {
      Map<String, String> headers = reading.headers(gateway, JSON);
      if (!body.isEmpty()) {
        headers.put("Content-Type", "application/json");
      }
      answer = gateways.change(gateway, method, path, headers, body);
    } catch (IOException e) {
      throw new GatewayUnreachable(List.of(gateway), e);
    }
    if (answer.isProblem()) {
      throw RegistryProblem.of(answer.status(), answer.body());
    }
    return answer.body().length == 0
        ? JsonNodeFactory.instance.objectNode()
        : Json.tryTree(answer.body())
            .orElseThrow(() -> RegistryProblem.of(answer.status(), answer.body()));
  }
}
