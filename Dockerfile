# One image with server and command line. Build: docker build -t alidade .
FROM node:26.10.0-slim AS build
WORKDIR /src
COPY . .
RUN npx -y pnpm@12 install --frozen-lockfile
RUN npx -y pnpm@12 bundle

FROM node:26.10.0-slim
WORKDIR /alidade
COPY --from=build /src/packaging/dist .
ENV ALIDADE_HOST=0.0.0.0 ALIDADE_PORT=4000 ALIDADE_DATA=/data NODE_ENV=production
RUN mkdir -p /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/healthz').then(a => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "alidade.js"]
CMD ["serve"]
