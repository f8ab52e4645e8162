// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.grasslandcarbon.gateway.testing.GatewayExtension;
import org.grasslandcarbon.gateway.testing.RunningGateway;
import org.grasslandcarbon.views.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(GatewayExtension.class)
class BrowserPagesTest {
  private static boolean isPage(HttpResponse<String> answer) {
    return answer.statusCode() == 200
        && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
        && answer.body().contains("/web/app.js");
  }

  @Test
  void every_page_of_the_list_and_every_public_list_is_a_page(RunningGateway gateway) {
    for (BrowserPages.Page page : BrowserPages.pages()) {
      String address = page.path().replace("{list}", "projects").replaceAll("\\{\\w+}", "x");
      assertThat(isPage(gateway.get(address))).as(address).isTrue();
    }
    Views.all().stream()
        .filter(view -> view.visibility().isPublic())
        .flatMap(view -> view.path().stream())
        .forEach(path -> assertThat(isPage(gateway.get("/" + path))).as(path).isTrue());
    assertThat(isPage(gateway.get("/projects?state=REGISTERED&q=x"))).isTrue();
  }

  @Test
  void what_is_no_page_is_not_found(RunningGateway gateway) {
    for (String address :
        List.of(
            "/holdings", "/nothing", "/projects/a/b/c/d/e", "/web/", "/web/nothing.js", "/web")) {
      assertThat(gateway.get(address).statusCode()).as(address).isEqualTo(404);
    }
  }

  @Test
  void files_of_ours_are_asked_for_again_by_their_content(RunningGateway gateway) {
    HttpResponse<String> file = gateway.get("/web/app.js");
    assertThat(file.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(file.headers().firstValue("Last-Modified")).isEmpty();
    String tag = file.headers().firstValue("ETag").orElseThrow();
    assertThat(gateway.get("/web/app.js", "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(gateway.get("/web/text.js").headers().firstValue("ETag")).isNotEqualTo(tag);
  }

  @Test
  void libraries_are_kept_for_as_long_as_their_addresses_name_a_version(RunningGateway gateway) {
    HttpResponse<String> file = gateway.get("/_static/lit-html/3.3.3/lit-html.js");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(file.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
  }
}
