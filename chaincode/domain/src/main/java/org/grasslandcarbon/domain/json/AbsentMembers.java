// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.json;

import java.util.Optional;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ext.jdk8.Jdk8OptionalDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.ReferenceType;

/**
 * Reads an optional member as empty when it is left out, and refuses a null: an absent member has
 * one form, and a null is more often a mistake than a wish.
 */
final class AbsentMembers extends SimpleModule {
  private static final long serialVersionUID = 1L;

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addDeserializers(new OfOptionals());
  }

  private static final class OfOptionals extends Deserializers.Base {
    @Override
    public ValueDeserializer<?> findReferenceDeserializer(
        ReferenceType type,
        DeserializationConfig config,
        BeanDescription.Supplier description,
        TypeDeserializer contentType,
        ValueDeserializer<?> content) {
      return type.hasRawClass(Optional.class)
          ? new LeftOutNotNull(type, contentType, content)
          : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return type == Optional.class;
    }
  }

  private static final class LeftOutNotNull extends Jdk8OptionalDeserializer {
    LeftOutNotNull(JavaType type, TypeDeserializer contentType, ValueDeserializer<?> content) {
      super(type, null, contentType, content);
    }

    @Override
    public Jdk8OptionalDeserializer withResolved(
        TypeDeserializer contentType, ValueDeserializer<?> content) {
      return new LeftOutNotNull(_fullType, contentType, content);
    }

    @Override
    public Optional<?> getNullValue(DeserializationContext context) {
      return context.reportInputMismatch(this, "null is not a value: leave the member out");
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return Optional.empty();
    }
  }
}
