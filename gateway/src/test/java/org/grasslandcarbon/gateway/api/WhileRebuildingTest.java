// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.gateway.projection.ProjectionProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.web.method.HandlerMethod;

class WhileRebuildingTest {
  private final ProjectionProgress progress = Mockito.mock(ProjectionProgress.class);
  private final WhileRebuilding interceptor = new WhileRebuilding(progress);

  @BeforeEach
  void half() {
    Mockito.when(progress.rebuilding())
        .thenReturn(Optional.of(new ProjectionProgress.Rebuilding(120, 4000)));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ViewController.class,
        AccountController.class,
        SerialController.class,
        MarketController.class,
        DocumentController.class,
        CertificateController.class,
        DryRunController.class
      })
  void what_is_read_from_records_says_how_far_the_database_is(Class<?> controller) {
    assertThatThrownBy(() -> ask(controller))
        .isInstanceOfSatisfying(
            RegistryException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED);
              assertThat(refusal.detail().en()).contains("120 of 4000");
              assertThat(refusal.detail().zh()).contains("120", "4000");
            });
    Mockito.when(progress.rebuilding()).thenReturn(Optional.empty());
    assertThatCode(() -> ask(controller)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {StatusController.class, CatalogueController.class, InstructionController.class})
  void what_tells_nothing_of_records_goes_on(Class<?> controller) {
    assertThat(ask(controller)).isTrue();
  }

  private boolean ask(Class<?> controller) {
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    beans.registerBeanDefinition("asked", new RootBeanDefinition(controller));
    Method any =
        Arrays.stream(controller.getDeclaredMethods())
            .filter(method -> !method.isSynthetic())
            .findFirst()
            .orElseThrow();
    return interceptor.preHandle(null, null, new HandlerMethod("asked", beans, any));
  }
}
