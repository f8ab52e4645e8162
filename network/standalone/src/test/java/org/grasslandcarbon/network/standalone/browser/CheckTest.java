// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.grasslandcarbon.client.VerifiedCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate is checked in the page, with the outcome that the client library has. */
@InBrowser
class CheckTest {
  private static final String NUMBER = "R-CN-GCS-632626-20210001-2025-001-27374";
  private static final String CERTIFICATE = "/api/v1/retirements/" + NUMBER + "/certificate";

  @TempDir Path folder;

  private Browser opened(Browser browser) {
    browser.open("/certificate", "zh");
    browser.one("#trust").sendKeys(browser.product().trustFile().toString());
    browser.until("return document.querySelectorAll('main .panel .code').length > 0");
    return browser;
  }

  private String checked(Browser browser, String name, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    browser.run("document.getElementById('told').textContent = ''");
    browser.one("#certificate").sendKeys(file.toString());
    browser.until("return document.getElementById('told').textContent !== ''");
    return browser.all("main .panel").get(2).getText();
  }

  @Test
  void what_the_gateway_gives_out_is_right_as_json_and_as_pdf(Browser browser) throws IOException {
    byte[] json = browser.product().file(CERTIFICATE, "application/json");
    VerifiedCertificate verified =
        VerifiedCertificate.of(
            json, VerifiedCertificate.trust(Files.readAllBytes(browser.product().trustFile())));
    opened(browser);
    assertThat(checked(browser, "certificate.json", json))
        .startsWith("证书有效")
        .contains(NUMBER, verified.certificate().credentialSubject().holder().id().value())
        .contains("1 个机构中 1 个作证");
    assertThat(browser.violations()).isEmpty();
    assertThat(
            checked(
                browser, "certificate.pdf", browser.product().file(CERTIFICATE, "application/pdf")))
        .startsWith("证书有效")
        .contains("未查看 PDF 的页面");
    browser.picture("certificate-checked");
  }

  @Test
  void an_altered_one_is_refused_wherever_it_was_altered(Browser browser) throws IOException {
    String json = browser.product().text(CERTIFICATE, "application/json");
    opened(browser);
    for (String[] edit :
        new String[][] {
          {"\"tonnes\":40", "\"tonnes\":41"},
          {"会议", "会场"},
          {"{\"@context\"", "{ \"@context\""},
          {"\"purpose\":\"EVENT\"", "\"purpose\":\"VOLUNTARY\""}
        }) {
      assertThat(json).contains(edit[0]);
      byte[] altered = json.replace(edit[0], edit[1]).getBytes(StandardCharsets.UTF_8);
      assertThat(checked(browser, "altered.json", altered))
          .as(edit[0])
          .startsWith("证书不能证明任何事")
          .containsPattern("ALTERED|UNREADABLE");
    }
    browser.picture("certificate-refused");
  }

  /** Every hundredth byte in turn: none is without meaning. */
  @Test
  void no_byte_of_it_can_be_another(Browser browser) throws IOException {
    byte[] json = browser.product().file(CERTIFICATE, "application/json");
    opened(browser);
    String verified =
        (String)
            browser
                .driver()
                .executeAsyncScript(
                    "const [bytes, trust, done] = arguments;"
                        + "Promise.all([import('/web/verify/certificate.js'), import('/web/verify/endorsed.js')])"
                        + ".then(async ([{ verify }, { trustFile }]) => {"
                        + "  const file = trustFile(new TextEncoder().encode(trust));"
                        + "  const read = Uint8Array.from(bytes, each => each & 255);"
                        + "  await verify(read, file);"
                        + "  let taken = 0, tried = 0;"
                        + "  for (let i = 0; i < read.length; i += 100) {"
                        + "    const altered = read.slice(); altered[i] ^= 1; tried++;"
                        + "    await verify(altered, file).then(() => taken++, e => { if (!e.reason) throw e; });"
                        + "  }"
                        + "  done(tried > 50 ? `${taken} taken` : 'too few');"
                        + "}).catch(e => done(String(e)));",
                    Arrays.asList(boxed(json)),
                    Files.readString(browser.product().trustFile()));
    assertThat(verified).isEqualTo("0 taken");
  }

  private static Object[] boxed(byte[] bytes) {
    Object[] numbers = new Object[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      numbers[i] = (int) bytes[i];
    }
    return numbers;
  }

  @Test
  void over_a_connection_that_is_not_secure_the_page_says_why_it_cannot_check(Browser browser) {
    browser
        .driver()
        .get(browser.product().origin().replace("localhost", Browser.ELSEWHERE) + "/certificate");
    browser.arrive();
    assertThat(browser.run("return crypto.subtle === undefined")).isEqualTo(true);
    assertThat(browser.one(".problem").getText()).contains("https", "localhost");
    assertThat(browser.all("input[type=file]")).isEmpty();
  }

  @Test
  void who_trusts_other_offices_is_told_that_it_is_of_another_ledger(Browser browser)
      throws IOException {
    String trust = Files.readString(browser.product().trustFile());
    Path other =
        Files.writeString(folder.resolve("other.json"), trust.replace("grassland", "other"));
    browser.open("/certificate", "en");
    browser.one("#trust").sendKeys(other.toString());
    assertThat(
            checked(
                browser,
                "certificate.json",
                browser.product().file(CERTIFICATE, "application/json")))
        .contains("OTHER_LEDGER");
  }
}
