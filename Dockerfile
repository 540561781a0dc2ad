# Build: docker build --build-arg NEXT_SERVER_ACTIONS_ENCRYPTION_KEY="$(openssl rand -base64 32)" -t samling .
FROM node:20-bookworm-slim AS dependencies
WORKDIR /samling
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev

FROM dependencies AS build
# The same key in every build lets pages opened before a deploy be sent after it.
ARG NEXT_SERVER_ACTIONS_ENCRYPTION_KEY
ENV NEXT_SERVER_ACTIONS_ENCRYPTION_KEY=$NEXT_SERVER_ACTIONS_ENCRYPTION_KEY NEXT_TELEMETRY_DISABLED=1
COPY . .
RUN node scripts/build.mjs \
  && mkdir -p public \
  && cp -r public .next/standalone/ \
  && cp -r .next/static .next/standalone/.next/ \
  && rm -rf .next/standalone/dist .next/standalone/.data \
  && cp -r dist .next/standalone/dist \
  && mkdir -p .next/standalone/prisma \
  && cp -r prisma/migrations .next/standalone/prisma/

FROM node:20-bookworm-slim
WORKDIR /samling
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 HOST=0.0.0.0
COPY --from=build --chown=node:node /samling/.next/standalone ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server.mjs"]
