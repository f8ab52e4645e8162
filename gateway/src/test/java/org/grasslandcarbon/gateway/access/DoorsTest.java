// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class DoorsTest {

  static class Undeclared {
    @GetMapping
    void answer() {}
  }

  @Open("for the test")
  static class Declared {
    @GetMapping
    void answer() {}

    @SignedIn
    void closed() {}
  }

  private static Doors doors(Object handler, String... methods) throws NoSuchMethodException {
    RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
    StaticWebApplicationContext context = new StaticWebApplicationContext();
    mapping.setApplicationContext(context);
    mapping.afterPropertiesSet();
    for (String method : methods) {
      mapping.registerMapping(
          RequestMappingInfo.paths("/api/v1/" + method)
              .methods(RequestMethod.GET)
              .options(mapping.getBuilderConfiguration())
              .build(),
          handler,
          handler.getClass().getDeclaredMethod(method));
    }
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    beans.registerSingleton("mapping", mapping);
    Doors doors = new Doors(beans.getBeanProvider(RequestMappingHandlerMapping.class));
    doors.afterSingletonsInstantiated();
    return doors;
  }

  @Test
  void a_handler_that_says_nothing_keeps_the_gateway_from_starting() {
    assertThatThrownBy(() -> doors(new Undeclared(), "answer"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("@Open");
  }

  @Test
  void what_a_method_says_goes_before_what_its_class_says() throws NoSuchMethodException {
    Doors doors = doors(new Declared(), "answer", "closed");
    assertThat(doors.needsToken("GET", "/api/v1/answer")).isFalse();
    assertThat(doors.needsToken("GET", "/api/v1/closed")).isTrue();
  }

  @Test
  void lists_and_items_need_a_token_when_their_view_is_not_public() throws NoSuchMethodException {
    Doors doors = doors(new Declared());
    for (String path :
        List.of(
            "/api/v1/holdings",
            "/api/v1/holdings/",
            "/api/v1/%68oldings",
            "/api/v1/holdings/CN-GCS-152502-20240001-2025-001:91110000600037341L",
            "/api/v1/freezes/3f1c2e5a-7b8d-4c6e-9f10-a1b2c3d4e5f6",
            "/api/v1/statement")) {
      assertThat(doors.needsToken("GET", path)).as(path).isTrue();
    }
    for (String path : List.of("/api/v1/projects", "/api/v1/projects/x/comments", "/", "/api/v1")) {
      assertThat(doors.needsToken("GET", path)).as(path).isFalse();
    }
  }
}
